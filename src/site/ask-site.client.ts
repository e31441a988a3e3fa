/** Talks with the site’s own server in JSON. What calls it says what happens without it. */

export interface Answer {
  /** 0 when the network is down. */
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
}

/** Asks, or sends `body` where there is one. Never throws: a network that is down is a status. */
export async function ask(path: string, body?: object): Promise<Answer> {
  try {
    const response = await fetch(path, {
      headers: { accept: 'application/json', 'content-type': 'application/json' },
      cache: 'no-store',
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
    })
    return { status: response.status, body: await read(response) }
  } catch {
    return { status: 0, body: {} }
  }
}

// A page in words, where something between us and the server answers, says no less than its status.
async function read(response: Response): Promise<Answer['body']> {
  const text = await response.text()
  return response.headers.get('content-type')?.startsWith('application/json')
    ? JSON.parse(text)
    : {}
}
