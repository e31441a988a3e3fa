/** Speaks with a browser as its own tools do: the DevTools protocol and WebDriver BiDi have one shape. */

interface Heard {
  readonly id?: number
  readonly result?: unknown
  readonly error?: unknown
  readonly message?: string
}

interface Waiting {
  readonly settle: (result: unknown) => void
  readonly refuse: (error: Error) => void
}

/** A browser that does not answer within this many milliseconds hangs. */
const patience = 60_000

export class Wire {
  readonly #socket: WebSocket
  readonly #waiting = new Map<number, Waiting>()
  #asked = 0

  private constructor(socket: WebSocket) {
    this.#socket = socket
    socket.addEventListener('message', ({ data }) => this.#hear(JSON.parse(String(data)) as Heard))
    socket.addEventListener('close', () => this.#giveUp())
  }

  static async open(address: string): Promise<Wire> {
    const socket = new WebSocket(address)
    await new Promise<void>((resolve, reject) => {
      socket.addEventListener('open', () => resolve())
      socket.addEventListener('error', () => reject(new Error(`${address} does not answer`)))
    })
    return new Wire(socket)
  }

  /** @throws when the browser refuses, is silent, or has gone */
  ask<Result>(method: string, params: object = {}, sessionId?: string): Promise<Result> {
    this.#asked += 1
    const id = this.#asked
    const { promise, resolve, reject } = Promise.withResolvers<unknown>()
    const silent = setTimeout(() => reject(new Error(`${method} was not answered`)), patience)
    const end = () => {
      clearTimeout(silent)
      this.#waiting.delete(id)
    }
    this.#waiting.set(id, { settle: resolve, refuse: reject })
    if (this.#socket.readyState === WebSocket.OPEN)
      this.#socket.send(JSON.stringify({ id, method, params, ...(sessionId && { sessionId }) }))
    else reject(new Error(`${method}: the browser has gone`))
    return promise.finally(end) as Promise<Result>
  }

  /** Says something that may end the browser before it can answer. */
  tell(method: string, params: object = {}): void {
    this.#asked += 1
    this.#socket.send(JSON.stringify({ id: this.#asked, method, params }))
  }

  close(): void {
    this.#socket.close()
  }

  #hear({ id, result, error, message }: Heard): void {
    const waiting = id === undefined ? undefined : this.#waiting.get(id)
    if (error === undefined) waiting?.settle(result)
    else waiting?.refuse(new Error(`${JSON.stringify(error)} ${message ?? ''}`))
  }

  #giveUp(): void {
    for (const { refuse } of this.#waiting.values()) refuse(new Error('the browser has gone'))
  }
}
