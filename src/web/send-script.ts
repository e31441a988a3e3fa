import type { FastifyReply, FastifyRequest } from 'fastify'
import { preferredEncoding } from './page-cache.ts'

/** A browser script. */
export interface SentScript {
  readonly body: Buffer
  readonly brotli: Buffer
}

/** @param cacheControl whether a browser may keep it: its address changes with its words */
export function sendScript(
  request: FastifyRequest,
  reply: FastifyReply,
  script: SentScript,
  cacheControl: 'no-store' | 'public, max-age=31536000, immutable',
): FastifyReply {
  reply.headers({
    'cache-control': cacheControl,
    'content-type': 'text/javascript; charset=utf-8',
    // Without it a page that asks for it may not start the script as a worker.
    'cross-origin-embedder-policy': 'require-corp',
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    vary: 'accept-encoding',
  })
  return preferredEncoding(request.headers['accept-encoding']) === 'br'
    ? reply.header('content-encoding', 'br').send(script.brotli)
    : reply.send(script.body)
}
