import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type SignedIn, signIn, stretchFor } from '../../officers/sign-in.ts'
import { clearCookie, readCookie, setCookie } from '../../web/cookies.ts'
import { familiarCookie, sessionCookie } from '../desk-cookies.ts'
import type { DeskDependencies } from '../desk-dependencies.ts'
import { sessionOf, visitOf } from '../desk-visit.ts'
import { sendJson } from '../send-json.ts'
import { backAddress, leftFor, readSessionForm, readStretchForm } from './sign-in-form.ts'
import { signInPage } from './sign-in-page.ts'

export function signInRoutes(app: FastifyInstance, deps: DeskDependencies): void {
  const everyone = { config: { allows: 'everyone' } } as const
  const officers = { config: { allows: 'officers' } } as const

  app.get('/sign-in', everyone, async (request, reply) => {
    const { back, left } = request.query as Record<string, unknown>
    return deps.send(request, reply, signInPage(deps.words, backAddress(back), leftFor(left)))
  })

  app.post('/stretch', everyone, async (request, reply) => {
    const { name } = readStretchForm(request.body)
    const means = { ...deps.stores, secretKey: deps.secrets.secretKey }
    return sendJson(reply, 200, await stretchFor(means, visitOf(request).desk.id, name))
  })

  app.post('/sessions', everyone, (request, reply) => openSession(deps, request, reply))

  app.get('/session', officers, async (request, reply) => {
    const { unlockKey, who } = sessionOf(request)
    return sendJson(reply, 200, { unlockKey, officer: who.id, recipient: who.recipient })
  })

  app.post('/sign-out', officers, async (request, reply) => {
    await deps.stores.sessions.remove(sessionOf(request).secretHash)
    clearCookie(reply, sessionCookie, visitOf(request).secure)
    return reply
      .headers({ 'cache-control': 'no-store', 'clear-site-data': '"storage"' })
      .redirect('/sign-in?left=yes', 303)
  })
}

async function openSession(
  deps: DeskDependencies,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { desk, secure, session } = visitOf(request)
  const form = readSessionForm(request.body)
  const familiar = readCookie(request, familiarCookie, secure)
  const means = { ...deps.stores, secretKey: deps.secrets.secretKey }
  const result = await signIn(means, { ...form, desk: desk.id, familiar }, deps.now())
  if (result.outcome !== 'signed-in') return refuse(reply, result)
  // One browser, one session: the one before must not live on unseen.
  if (session !== undefined) await deps.stores.sessions.remove(session.secretHash)
  setCookie(reply, sessionCookie, result.secret, secure)
  setCookie(reply, familiarCookie, result.familiar, secure)
  const { outcome, sealedIdentity } = result
  return sendJson(reply, 201, { outcome, sealedIdentity })
}

function refuse(
  reply: FastifyReply,
  result: Exclude<SignedIn, { outcome: 'signed-in' }>,
): FastifyReply {
  if (result.outcome === 'refused') return sendJson(reply, 401, result)
  return sendJson(reply.header('retry-after', result.waitSeconds), 429, result)
}
