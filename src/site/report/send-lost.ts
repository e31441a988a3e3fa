import type { FastifyReply, FastifyRequest } from 'fastify'
import { clearCookie, readCookie } from '../../web/cookies.ts'
import { draftCookie } from '../choices/cookies.ts'
import type { SiteDependencies } from '../site-dependencies.ts'
import { lostView } from './lost-page.ts'

/** Says that the draft is not there any more. */
export function sendLost(
  { send }: SiteDependencies,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  forgetKey(request, reply)
  return send(request, reply, lostView({ visit: request.visit, goOn: '/report' }))
}

/** A key that opens no draft goes: all that it could still tell is that a report was begun. */
export function forgetKey(request: FastifyRequest, reply: FastifyReply): void {
  const { secure } = request.visit
  if (readCookie(request, draftCookie, secure) !== undefined)
    clearCookie(reply, draftCookie, secure)
}
