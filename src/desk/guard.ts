import type { FastifyContextConfig, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Officer } from '../officers/officer.ts'
import { may } from '../officers/policy.ts'
import { hashOf, parseSecret } from '../officers/secret.ts'
import { isSecure } from '../sites.ts'
import { readCookie } from '../web/cookies.ts'
import { Fault } from '../web/fault.ts'
import { sessionCookie } from './desk-cookies.ts'
import type { DeskDependencies } from './desk-dependencies.ts'
import { type DeskVisit, deskOfHost, visitOf } from './desk-visit.ts'
import { sendJson, wantsJson } from './send-json.ts'

/**
 * Stands before every route. The desk is closed: a route is reached by nobody, unless it says whom
 * it is for, and then by an officer whom the policy lets do that.
 */
export function guard(app: FastifyInstance, deps: DeskDependencies): void {
  app.addHook('onRequest', async (request, reply) => {
    request.deskVisit = await resolveVisit(request, deps)
    const { allows } = request.routeOptions.config
    const { session } = request.deskVisit
    if (allows === 'everyone') return
    if (session === undefined) return sendToSignIn(request, reply)
    if (!request.is404 && !isFor(allows, session.who)) throw new Fault(403, 'not allowed')
  })
}

function isFor(allows: FastifyContextConfig['allows'], officer: Officer): boolean {
  if (allows === undefined || allows === 'everyone') return false
  return allows === 'officers' || may(officer.role, allows)
}

async function resolveVisit(
  request: FastifyRequest,
  { config, stores, now }: DeskDependencies,
): Promise<DeskVisit> {
  const desk = deskOfHost(config.desks, request.headers.host ?? '')
  if (desk === undefined) throw new Fault(421, 'no desk has this host')
  const secure = isSecure(desk)
  const secret = parseSecret(readCookie(request, sessionCookie, secure))
  const session = secret && (await stores.sessions.find(desk.id, hashOf(secret), now()))
  return { desk, secure, session }
}

/** Whether this browser still carries the cookie of a session that is over. */
function hadSession(request: FastifyRequest): boolean {
  return readCookie(request, sessionCookie, visitOf(request).secure) !== undefined
}

function sendToSignIn(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (wantsJson(request)) return sendJson(reply, 401, { outcome: 'signed-out' })
  // Also after a button on a report: what it asked for is not done, but the way back is the same.
  const report = /^\/reports\/[0-9a-f-]{36}(?=\/|$)/.exec(request.url)?.[0]
  const query = new URLSearchParams({
    ...(report !== undefined && { back: report }),
    ...(hadSession(request) && { left: 'ended' }),
  })
  const address = query.size === 0 ? '/sign-in' : `/sign-in?${query}`
  return reply.header('cache-control', 'no-store').redirect(address, 303)
}
