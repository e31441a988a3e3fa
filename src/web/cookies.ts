import type { FastifyReply, FastifyRequest } from 'fastify'
import '@fastify/cookie'

/**
 * A cookie that we may set. The cookies notice is made from the same definitions, so that no cookie
 * can exist which the notice does not list.
 */
export interface CookieDefinition {
  readonly name: string
  readonly category: 'essential' | 'preferences'
  /** In seconds; `session` ends when the browser closes. */
  readonly lifetime: number | 'session'
  /** `strict` never travels on a request that another site began. */
  readonly sameSite: 'strict' | 'lax'
}

/** @param secure whether the door is reached by https; then the name gets the `__Host-` prefix */
export function setCookie(
  reply: FastifyReply,
  cookie: CookieDefinition,
  value: string,
  secure: boolean,
): void {
  reply.setCookie(fullName(cookie, secure), value, {
    ...attributes(cookie, secure),
    ...(cookie.lifetime === 'session' ? {} : { maxAge: cookie.lifetime }),
  })
}

export function clearCookie(reply: FastifyReply, cookie: CookieDefinition, secure: boolean): void {
  reply.clearCookie(fullName(cookie, secure), attributes(cookie, secure))
}

export function readCookie(
  request: FastifyRequest,
  cookie: CookieDefinition,
  secure: boolean,
): string | undefined {
  return request.cookies[fullName(cookie, secure)]
}

/** The name as the browser shows it. */
export function fullName(cookie: CookieDefinition, secure: boolean): string {
  return secure ? `__Host-${cookie.name}` : cookie.name
}

function attributes(cookie: CookieDefinition, secure: boolean) {
  return { path: '/', httpOnly: true, sameSite: cookie.sameSite, secure } as const
}
