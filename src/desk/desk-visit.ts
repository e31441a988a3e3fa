import type { FastifyRequest } from 'fastify'
import type { Officer } from '../officers/officer.ts'
import type { Act } from '../officers/policy.ts'
import type { LiveSession } from '../officers/session.ts'
import type { DeskConfig } from '../sites.ts'
import { Fault } from '../web/fault.ts'

/** Who is asking, and at which desk. */
export interface DeskVisit {
  readonly desk: DeskConfig
  /** Whether the desk is reached by https. */
  readonly secure: boolean
  readonly session: LiveSession | undefined
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Absent only where a request went wrong before anybody could ask who it is. */
    deskVisit?: DeskVisit
  }
  interface FastifyContextConfig {
    /** Whom a route is for. A route of the desk that does not say is for nobody. */
    allows?: 'everyone' | 'officers' | Act
  }
}

/** The desk that a host leads to; `*` takes every host that no other desk names. */
export function deskOfHost(desks: readonly DeskConfig[], host: string): DeskConfig | undefined {
  const name = host.toLowerCase().replace(/:\d+$/, '')
  return (
    desks.find((desk) => desk.hosts.includes(name)) ??
    desks.find((desk) => desk.hosts.includes('*'))
  )
}

/** @throws Fault 400 where nobody has worked out the visit */
export function visitOf(request: FastifyRequest): DeskVisit {
  if (request.deskVisit === undefined) throw new Fault(400, 'no visit')
  return request.deskVisit
}

/** @throws Fault 403 where nobody is signed in; routes for officers are not reached then */
export function sessionOf(request: FastifyRequest): LiveSession {
  const { session } = visitOf(request)
  if (session === undefined) throw new Fault(403, 'nobody is signed in')
  return session
}

export function officerOf(request: FastifyRequest): Officer {
  return sessionOf(request).who
}
