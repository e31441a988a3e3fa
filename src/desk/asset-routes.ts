import type { FastifyInstance } from 'fastify'
import { Fault } from '../web/fault.ts'
import { sendScript } from '../web/send-script.ts'
import type { DeskDependencies } from './desk-dependencies.ts'

const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="3" fill="#5f6b68"/></svg>'

/** What a browser fetches beside the pages: the desk’s one script, and an icon that says nothing. */
export function assetRoutes(app: FastifyInstance, { assets }: DeskDependencies): void {
  app.get('/assets/:file', { config: { allows: 'everyone' } }, async (request, reply) => {
    const script = assets.scripts.get('desk')
    if (script === undefined || request.url !== script.path) throw new Fault(404, 'no such asset')
    return sendScript(request, reply, script, 'public, max-age=31536000, immutable')
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
