import type { FastifyInstance, FastifyReply } from 'fastify'
import { proofKey } from '../../mailbox/proof-of-report.ts'
import { publicPem } from '../../sealing/signature.ts'
import type { SiteDependencies } from '../site-dependencies.ts'
import { proofKeyAddress } from './proof-key-address.ts'
import { robots } from './robots.ts'
import { securityContact } from './security-contact.ts'
import { siteIcon } from './site-icon.ts'

/** What programs ask for by a name that everybody knows. */
export function wellKnownRoutes(app: FastifyInstance, { now, secrets }: SiteDependencies): void {
  const startedAt = now()
  const icon = siteIcon()
  const publicKey = publicPem(proofKey(secrets.secretKey))
  app.get('/robots.txt', async (request, reply) =>
    answer(reply, 'text/plain; charset=utf-8', robots(request.visit.site)),
  )
  app.get('/.well-known/security.txt', async (request, reply) =>
    answer(
      reply,
      'text/plain; charset=utf-8',
      securityContact(request.visit.site, request.visit.path, startedAt),
    ),
  )
  app.get(proofKeyAddress, async (_request, reply) =>
    answer(reply, 'text/plain; charset=utf-8', publicKey),
  )
  app.get('/favicon.ico', async (_request, reply) => answer(reply, 'image/png', icon))
}

// Not stored either: a cached icon on the disk would name the site.
function answer(reply: FastifyReply, type: string, body: string | Buffer): FastifyReply {
  return reply
    .headers({
      'cache-control': 'no-store',
      'content-type': type,
      'cross-origin-resource-policy': 'same-origin',
      'request-otr': '1',
      'x-content-type-options': 'nosniff',
    })
    .send(body)
}
