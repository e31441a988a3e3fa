import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { clearCookie, readCookie, setCookie } from '../../web/cookies.ts'
import { leftCookie } from '../choices/cookies.ts'
import { sendAway } from './send-away.ts'

/** So long after leaving, every address of ours leads away. */
const shut = 2 * 60_000

/** Shuts the way back, for this browser alone. It keeps the time, and nothing else. */
export function shutTheWayBack(request: FastifyRequest, reply: FastifyReply, now: Date): void {
  setCookie(reply, leftCookie, String(now.getTime()), request.visit.secure)
}

/**
 * Whoever left by the link has our pages in the history of the tab still, and Back asks us for them
 * again. For two minutes every page leads away. After that an address which is typed, or followed
 * from elsewhere, opens as ever and ends the cookie; one that says it comes from a page of ours does
 * not, because no page of ours was open: only the history can say so.
 */
export function sendAwayAfterLeaving(app: FastifyInstance, now: () => Date): void {
  app.addHook('onRequest', async (request, reply) => {
    const { visit } = request
    const left = readCookie(request, leftCookie, visit.secure)
    if (left === undefined || !isForPage(request)) return
    const age = now().getTime() - Number(left)
    const fromHistory = request.headers['sec-fetch-site'] === 'same-origin'
    // A clock that was set back, or a value that is not ours, locks nobody out.
    if (age >= 0 && (age < shut || fromHistory)) return sendAway(reply, visit)
    clearCookie(reply, leftCookie, visit.secure)
  })
}

function isForPage({ method, url, headers }: FastifyRequest): boolean {
  const mode = headers['sec-fetch-mode']
  const asksForPage =
    mode === undefined ? /text\/html/.test(headers.accept ?? '') : mode === 'navigate'
  return method === 'GET' && asksForPage && url.split('?')[0] !== '/leave'
}
