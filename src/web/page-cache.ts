import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

export type Encoding = 'br' | 'gzip' | 'identity'

/** One page, compressed every way that browsers ask for. */
export interface CachedPage {
  readonly headers: Readonly<Record<string, string>>
  readonly bodies: Readonly<Record<Encoding, Buffer>>
}

const mostPages = 2_000

/**
 * Pages that are the same for everyone who carries no cookie, answered before the router sees the
 * request. Bounded, because only routes that name themselves cacheable may put something here.
 */
export class PageCache {
  readonly #pages = new Map<string, CachedPage>()
  readonly #kindOf: (headers: IncomingHttpHeaders) => string

  /**
   * @param kindOf the same for all who are answered alike, such as those who come to one site. Of few
   * kinds, whatever somebody sends: made-up hosts must not fill the memory.
   */
  constructor(kindOf: (headers: IncomingHttpHeaders) => string) {
    this.#kindOf = kindOf
  }

  /** How many pages are kept. */
  get size(): number {
    return this.#pages.size
  }

  /** @param asked the headers of the request that it answers */
  put(
    asked: IncomingHttpHeaders,
    url: string,
    headers: Readonly<Record<string, string>>,
    body: Buffer,
  ): void {
    if (this.#pages.size >= mostPages) this.#pages.clear()
    this.#pages.set(this.#key(asked, url), { headers, bodies: compress(body) })
  }

  /** Answers from memory where it can. */
  answer(request: IncomingMessage, response: ServerResponse): boolean {
    if (request.method !== 'GET' || request.headers.cookie !== undefined) return false
    const page = this.#pages.get(this.#key(request.headers, request.url ?? ''))
    if (page === undefined) return false
    const encoding = preferredEncoding(request.headers['accept-encoding'])
    const body = page.bodies[encoding]
    response.writeHead(200, {
      ...page.headers,
      ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }),
      vary: 'accept-encoding, cookie',
      'content-length': body.length,
    })
    response.end(body)
    return true
  }

  #key(headers: IncomingHttpHeaders, url: string): string {
    return `${this.#kindOf(headers)} ${url}`
  }
}

export function preferredEncoding(accepted: string | string[] | undefined): Encoding {
  const header = String(accepted ?? '')
  if (/\bbr\b/.test(header)) return 'br'
  return /\bgzip\b/.test(header) ? 'gzip' : 'identity'
}

function compress(body: Buffer): Record<Encoding, Buffer> {
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }
  return { br: brotliCompressSync(body, quality), gzip: gzipSync(body), identity: body }
}
