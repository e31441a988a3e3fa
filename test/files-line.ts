/** A line to the site that drops, stalls and disturbs as a test wishes. */
import {
  request as ask,
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Line extends Weather {
  /** `http://localhost:<port>` */
  readonly url: string
  /** What was asked about files, in order: `POST`, `PATCH 262144`, `HEAD`, `DELETE`. */
  readonly asked: string[]
  /** Carries everything again, and forgets what was asked. */
  readonly clear: () => void
  readonly close: () => Promise<void>
}

interface Weather {
  /** How many of the next PATCHes lose their line in the middle. */
  cuts: number
  /** How many more PATCHes are answered before nothing is. */
  patches: number
  /** Answers about files in the place of the site, where it says something. */
  instead: () => { readonly status: number; readonly body: object } | undefined
  /** What the worker runs before our own code does. */
  workerPrelude: string
}

const fine: Weather = {
  cuts: 0,
  patches: Number.POSITIVE_INFINITY,
  instead: () => undefined,
  workerPrelude: '',
}

export async function openLine(to: string): Promise<Line> {
  const asked: string[] = []
  const server = createServer((request, response) => carry(request, response, line, to))
  const clear = () => {
    Object.assign(line, fine)
    asked.length = 0
  }
  const close = async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  const line: Line = { ...fine, url: await listen(server), asked, clear, close }
  return line
}

function carry(request: IncomingMessage, response: ServerResponse, line: Line, to: string): void {
  const { url = '' } = request
  const isWorker = url.startsWith('/assets/files-worker')
  if (url.startsWith('/b/s/files')) carryFile(request, response, line, to)
  else if (isWorker && line.workerPrelude !== '') disturb(request, response, line, to)
  else passOn(request, response, to)
}

function carryFile(
  request: IncomingMessage,
  response: ServerResponse,
  line: Line,
  to: string,
): void {
  const { method = '', headers } = request
  line.asked.push(`${method} ${headers['content-length'] ?? ''}`.trim())
  const [instead, isPatch] = [line.instead(), method === 'PATCH']
  if (isPatch) line.patches -= 1
  const isCut = isPatch && line.cuts > 0
  if (isCut) line.cuts -= 1
  if (instead !== undefined) answer(request, response, instead)
  else if (line.patches >= 0) passOn(request, response, to, isCut)
}

/** @param isCut the line is gone once half of what was sent has passed */
function passOn(
  request: IncomingMessage,
  response: ServerResponse,
  to: string,
  isCut = false,
): void {
  const { method, url, headers } = request
  const onward = ask(new URL(url ?? '', to), { method, headers }, (answered) => {
    response.writeHead(answered.statusCode ?? 500, answered.headers)
    answered.pipe(response)
  })
  onward.on('error', () => response.destroy())
  if (!isCut) {
    request.pipe(onward)
    return
  }
  let left = Number(headers['content-length']) / 2
  request.on('data', (chunk: Buffer) => {
    onward.write(chunk.subarray(0, left))
    left -= chunk.length
    if (left > 0) return
    // What was written is on its way still.
    setTimeout(() => onward.destroy(), 50)
    response.destroy()
  })
}

function disturb(
  request: IncomingMessage,
  response: ServerResponse,
  { workerPrelude }: Line,
  to: string,
): void {
  const [path, isPrelude] = [request.url ?? '', request.url?.endsWith('?prelude')]
  const headers = {
    'content-type': 'text/javascript',
    'cross-origin-embedder-policy': 'require-corp',
    'cross-origin-resource-policy': 'same-origin',
  }
  if (isPrelude) {
    response.writeHead(200, headers).end(workerPrelude)
    return
  }
  void fetch(new URL(path, to), { headers: { host: 'localhost' } })
    .then((script) => script.text())
    .then((code) => response.writeHead(200, headers).end(`import '${path}?prelude';${code}`))
}

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { status, body }: { readonly status: number; readonly body: object },
): void {
  request.resume()
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://localhost:${(server.address() as AddressInfo).port}`
}
