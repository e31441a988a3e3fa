import type { FastifyReply, FastifyRequest } from 'fastify'

/** Whether a script of ours asks, and not somebody who goes from page to page. */
export function wantsJson(request: FastifyRequest): boolean {
  return request.headers.accept === 'application/json'
}

export function sendJson(reply: FastifyReply, status: number, body: object): FastifyReply {
  return reply
    .code(status)
    .headers({
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'content-type': 'application/json; charset=utf-8',
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    })
    .send(JSON.stringify(body))
}
