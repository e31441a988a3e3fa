/**
 * How fast pages are answered, beside a bare `node:http` server that sends the same bytes from
 * memory, in one run: node bench/pages.ts [seconds a round]. Only the ratios mean something.
 */
import { Agent, createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Browser, openWholeSite } from '../test/open-site.ts'

const rounds = 5
const seconds = Number(process.argv[2] ?? 2)
const connections = 32

interface Load {
  readonly name: string
  readonly port: number
  readonly path: string
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  /** What each connection sends for itself: a draft is one person’s, and changes one step at a time. */
  readonly cookies?: readonly string[]
}

const site = await openWholeSite()
await site.openDesk()
await site.app.listen({ host: '127.0.0.1', port: 0 })
const words = 'Sample words of a usual length. '.repeat(40)
const cookies = await Promise.all(Array.from({ length: connections }, beginDraft))

const compressed = { 'accept-encoding': 'br', host: 'localhost' }
const own = { port: portOf(site.app.server) }
const loads: readonly Load[] = [
  { ...own, name: 'a guide, from memory', path: '/guides/signs', headers: compressed },
  {
    ...own,
    name: 'a question, drawn from a draft',
    path: '/a/4',
    headers: compressed,
    cookies,
  },
  {
    ...own,
    name: 'an answer, kept in a draft',
    path: '/a/3',
    method: 'POST',
    cookies,
    headers: {
      ...compressed,
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams({ what: words }).toString(),
  },
]

for (const load of loads) {
  const bare = await bareServer(await bytesOf(load))
  const ratios: number[] = []
  const rates: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const reference = await rateOf({ ...load, port: portOf(bare) })
    const rate = await rateOf(load)
    ratios.push(rate / reference)
    rates.push(rate)
  }
  bare.close()
  const { length } = ratios
  const middle = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(length / 2)] ?? 0
  console.log(
    `${load.name}: ${middle(ratios).toFixed(2)} of node:http, ${Math.round(middle(rates))} a second`,
  )
}
process.exit(0)

/** Three answers of one person; gives their cookies. */
async function beginDraft(): Promise<string> {
  const browser = new Browser(site.app)
  await browser.post('/a/1', { role: 'other' })
  await browser.post('/a/2', { consent: 'anonymous' })
  const { statusCode } = await browser.post('/a/3', { what: words })
  if (statusCode !== 303) throw new Error(`an answer was not kept: ${statusCode}`)
  return [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
}

function portOf(server: { address(): unknown }): number {
  return (server.address() as AddressInfo).port
}

async function bytesOf(load: Load): Promise<Buffer> {
  const [cookie = ''] = load.cookies ?? []
  const own = { ...load, headers: { ...load.headers, cookie } }
  // Once to fill the memory, once to read what comes from it.
  await ask(own, new Agent())
  return ask(own, new Agent())
}

function bareServer(bytes: Buffer): Promise<Server> {
  const server = createServer((asked, answer) => {
    asked.resume()
    answer.writeHead(200, { 'content-length': bytes.length }).end(bytes)
  })
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)))
}

async function rateOf(load: Load): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const end = performance.now() + seconds * 1000
  let answered = 0
  const worker = async (_: unknown, index: number): Promise<void> => {
    const cookie = load.cookies?.[index]
    const own = cookie === undefined ? load : { ...load, headers: { ...load.headers, cookie } }
    while (performance.now() < end) {
      await ask(own, agent)
      answered += 1
    }
  }
  await Promise.all(Array.from({ length: connections }, worker))
  agent.destroy()
  return answered / seconds
}

function ask(
  { port, path, method = 'GET', headers = {}, body }: Load,
  agent: Agent,
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const asked = request(
      { host: '127.0.0.1', port, path, method, agent, headers: { ...headers } },
      (answer) => {
        const status = answer.statusCode ?? 0
        if (status >= 400) reject(new Error(`${method} ${path} was answered with ${status}`))
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.on('end', () => resolve(Buffer.concat(chunks)))
      },
    )
    asked.on('error', reject)
    asked.end(body)
  })
}
