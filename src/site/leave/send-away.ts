import type { FastifyReply } from 'fastify'
import { html } from '../../ui/html.ts'
import { securityHeaders } from '../../web/security-headers.ts'
import type { Visit } from '../visit.ts'

/**
 * Sends to where people go when they leave. Where the site wants none of its addresses listed, with
 * a 404 that moves on: an address that was answered with 303 shows in lists and suggestions.
 */
export function sendAway(reply: FastifyReply, { site, secure }: Visit): FastifyReply {
  const { exit } = site
  reply.headers(securityHeaders({ scripts: [], styles: [], secure }))
  if (site.unlisted !== true) return reply.code(303).header('location', exit).send()
  const page = html`<!DOCTYPE html>
<html><head><meta charset="utf-8"><meta http-equiv="refresh" content="0; url=${exit}"><title>${hostOf(exit)}</title></head><body><a href="${exit}" rel="noreferrer">${hostOf(exit)}</a></body></html>
`
  return reply.code(404).type('text/html; charset=utf-8').send(page.toString())
}

function hostOf(address: string): string {
  return new URL(address).hostname
}
