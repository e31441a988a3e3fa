/** Talks with the desk's own server in JSON. What calls it says what happens without it. */

export interface Answer {
  /** 0 when the network is down. */
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
}

/** Asks, or sends `body` where there is one. Never throws: a network that is down is a status. */
export async function ask(path: string, body?: object): Promise<Answer> {
  const request: RequestInit = {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      accept: 'application/json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    cache: 'no-store',
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }
  try {
    const response = await fetch(path, request)
    return { status: response.status, body: await response.json() }
  } catch {
    return { status: 0, body: { outcome: 'offline' } }
  }
}

export function outcomeOf(answer: Answer): string {
  return String(answer.body['outcome'] ?? '')
}
