/**
 * The site behind TLS as people reach it, somewhere ordinary to leave to, and the line between them
 * and the browser: every connection goes through a proxy of ours, which knows where the names lead.
 */
import { once } from 'node:events'
import { createServer as createPlain, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createSecure } from 'node:https'
import { type AddressInfo, connect, type Server, type Socket } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { brotliCompressSync } from 'node:zlib'
import type { SiteConfig } from '../../src/sites.ts'
import { type OpenSite, openWholeSite } from '../open-site.ts'
import { type Certificate, makeCertificate } from './certificate.ts'

export const ourHost = 'help.sample.test'
const otherHost = 'weather.sample.test'
export const ours = `https://${ourHost}`
export const elsewhere = `https://${otherHost}`
export const exit = `${elsewhere}/today`

/** One request as the other site saw it. */
export interface Asked {
  readonly url: string
  readonly headers: Readonly<Record<string, unknown>>
}

export interface Places {
  readonly site: OpenSite
  readonly certificate: Certificate
  readonly proxyPort: number
  /** What the other site was asked, in order. */
  readonly asked: Asked[]
  /** What our site was asked by the browser: method and path, in order. */
  readonly askedUs: string[]
  /** Every host that the browser wanted to reach. */
  readonly reached: Set<string>
  /** In milliseconds; `Infinity` never answers. Only the exit is slow. */
  patience: number
  close(): Promise<void>
}

export async function openPlaces(own: Partial<SiteConfig> = {}): Promise<Places> {
  const certificate = await makeCertificate([ourHost, otherHost])
  const site = await openWholeSite(['en'], { origin: ours, hosts: [ourHost], exit, ...own })
  await site.openDesk()
  await site.app.ready()
  const places = {
    ...{ site, certificate, patience: 0, proxyPort: 0 },
    ...{ asked: [] as Asked[], askedUs: [] as string[], reached: new Set<string>() },
  }
  const door = createSecure(certificate, (request, response) => {
    places.askedUs.push(`${request.method} ${request.url}`)
    site.app.server.emit('request', request, response)
  })
  const weather = createSecure(certificate, (request, response) => {
    void answerElsewhere(places, request, response)
  })
  const ports = new Map([
    [ourHost, await listen(door)],
    [otherHost, await listen(weather)],
  ])
  const proxy = openLine(ports, places.reached)
  const proxyPort = await listen(proxy)
  const close = async () => {
    for (const server of [door, weather]) server.closeAllConnections()
    for (const server of [proxy, door, weather]) server.close()
    await site.close()
  }
  return Object.assign(places, { proxyPort, close })
}

async function answerElsewhere(
  places: Pick<Places, 'asked' | 'patience'>,
  { url = '/', headers }: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (url !== '/favicon.ico') places.asked.push({ url, headers })
  if (url.startsWith('/today')) {
    if (places.patience === Number.POSITIVE_INFINITY) return
    await delay(places.patience)
  }
  const [title, text] = pages[url.split('?')[0] ?? ''] ?? ['Weather', 'Sunny']
  response.setHeader('content-type', 'text/html; charset=utf-8')
  const isKept = url === '/cached' || url === '/telling'
  response.setHeader('cache-control', isKept ? 'max-age=600' : 'no-store')
  const page = `<!doctype html><html lang=en><title>${title}</title><p>${text}</p>`
  if (!isKept) return void response.end(page)
  response.setHeader('content-encoding', 'br')
  response.end(brotliCompressSync(page))
}

/** Pages elsewhere: what people search with, and what shows that this suite would see a trace. */
const pages: Readonly<Record<string, readonly [title: string, text: string]>> = {
  '/search': [
    'Search',
    `<p><a href="${ours}/">One page</a><p><a href="${ours}/nowhere">Another</a>`,
  ],
  '/cached': ['Cached', 'A tell-tale sentence in the cache'],
  '/telling': ['A tell-tale title', '<textarea></textarea>'],
}

// Names that lead nowhere are refused: the browser's own calls home among them.
function openLine(ports: ReadonlyMap<string, number>, reached: Set<string>): Server {
  const line = createPlain((_request, response) => response.writeHead(403).end())
  const sockets = new Set<Socket>()
  line.on('connect', (request: IncomingMessage, socket: Socket) => {
    // Browsers drop lines as they like.
    socket.on('error', () => socket.destroy())
    const [host = ''] = (request.url ?? '').split(':')
    reached.add(host)
    const port = ports.get(host)
    if (port === undefined) return void socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')
    const inside = connect(port, '127.0.0.1')
    for (const [one, other] of [
      [socket, inside],
      [inside, socket],
    ] as const) {
      sockets.add(one)
      one.on('error', () => other.destroy())
      one.on('close', () => {
        sockets.delete(one)
        other.destroy()
      })
      one.pipe(other)
    }
    socket.write('HTTP/1.1 200 Connected\r\n\r\n')
  })
  line.on('close', () => undefined)
  const close = line.close.bind(line)
  line.close = (done) => {
    for (const socket of sockets) socket.destroy()
    return close(done)
  }
  return line
}

async function listen(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}
