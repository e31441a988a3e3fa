import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { preferredEncoding } from './page-cache.ts'

export interface PageOptions {
  readonly status?: number
  readonly headers: Readonly<Record<string, string>>
  /** Off for pages that show a secret: the length of a compressed page can betray what is in it. */
  readonly compress?: boolean
}

/** Sends a page made for this request alone. */
export function sendPage(
  request: FastifyRequest,
  reply: FastifyReply,
  markup: string,
  options: PageOptions,
): FastifyReply {
  const body = Buffer.from(markup)
  const encoding =
    options.compress === false ? 'identity' : preferredEncoding(request.headers['accept-encoding'])
  reply
    .code(options.status ?? 200)
    .headers(options.headers)
    .header('content-type', 'text/html; charset=utf-8')
    .header('vary', 'accept-encoding, cookie')
  if (encoding === 'identity') return reply.send(body)
  return reply.header('content-encoding', encoding).send(squeeze(body, encoding))
}

/** Compresses a page that is made while somebody waits. */
export function squeeze(body: Buffer, encoding: 'br' | 'gzip'): Buffer {
  // Quality 5 costs a fifth of a millisecond a page; 11 would cost twelve.
  return encoding === 'gzip'
    ? gzipSync(body)
    : brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
}
