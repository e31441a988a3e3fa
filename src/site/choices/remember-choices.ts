import type { FastifyReply, FastifyRequest } from 'fastify'
import { clearCookie, readCookie, setCookie } from '../../web/cookies.ts'
import { localPath } from '../../web/local-path.ts'
import { type Choices, formatChoices } from './choices.ts'
import { choicesCookie, preferencesCookie } from './cookies.ts'

/** Keeps what was chosen, and deletes at once what is no longer allowed. */
export function rememberChoices(
  request: FastifyRequest,
  reply: FastifyReply,
  choices: Choices,
): void {
  const { secure, globalPrivacyControl } = request.visit
  const heard = { ...choices, statistics: choices.statistics && !globalPrivacyControl }
  setCookie(reply, choicesCookie, formatChoices(heard), secure)
  const carried = readCookie(request, preferencesCookie, secure) !== undefined
  if (carried && !heard.preferences) clearCookie(reply, preferencesCookie, secure)
}

/** Back to a page of ours, which then says whether the browser kept the choice. */
export function backTo(reply: FastifyReply, prefix: string, path: string): FastifyReply {
  return reply
    .code(303)
    .header('cache-control', 'no-store')
    .header('location', `${prefix}${localPath(path)}?choices=saved`)
    .send()
}
