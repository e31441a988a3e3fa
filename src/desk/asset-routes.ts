import type { FastifyInstance } from 'fastify'
import { Fault } from '../web/fault.ts'
import type { DeskDependencies } from './desk-dependencies.ts'

const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="3" fill="#5f6b68"/></svg>'

/** What a browser fetches beside the pages: the desk’s one script, and an icon that says nothing. */
export function assetRoutes(app: FastifyInstance, { assets }: DeskDependencies): void {
  app.get('/assets/:file', { config: { allows: 'everyone' } }, async (request, reply) => {
    const script = assets.scripts.get('desk')
    if (script === undefined || request.url !== script.path) throw new Fault(404, 'no such asset')
    const brotli = /\bbr\b/.test(String(request.headers['accept-encoding'] ?? ''))
    reply.headers({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-type': 'text/javascript; charset=utf-8',
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      vary: 'accept-encoding',
    })
    return brotli
      ? reply.header('content-encoding', 'br').send(script.brotli)
      : reply.send(script.body)
  })

  app.get('/favicon.ico', { config: { allows: 'everyone' } }, async (_request, reply) =>
    reply
      .headers({ 'cache-control': 'public, max-age=86400', 'content-type': 'image/svg+xml' })
      .send(icon),
  )

  app.get('/robots.txt', { config: { allows: 'everyone' } }, async (_request, reply) =>
    reply.type('text/plain; charset=utf-8').send('User-agent: *\nDisallow: /\n'),
  )
}
