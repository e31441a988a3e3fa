/** Whoever came back with a receipt and reads without script, as far as one request can know. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { beginVisit, endVisit, findVisit, type VisitOwner } from '../../mailbox/visit-mailbox.ts'
import { parseBoxKey } from '../../sealing/box.ts'
import type { Receipt } from '../../sealing/receipt.ts'
import { clearCookie, readCookie, setCookie } from '../../web/cookies.ts'
import { mailboxCookie } from '../choices/cookies.ts'
import type { SiteDependencies } from '../site-dependencies.ts'

export interface MailboxVisit {
  readonly site: string
  readonly receipt: Receipt
}

/** The receipt that this browser came with; `undefined` where it carries none, or its time is over. */
export async function visitOf(
  request: FastifyRequest,
  { stores, now }: SiteDependencies,
): Promise<MailboxVisit | undefined> {
  const owner = visitOwnerOf(request)
  if (owner === undefined) return undefined
  const receipt = await findVisit(stores.mailboxVisits, owner, now())
  return receipt && { site: owner.site, receipt }
}

/** Lets this browser come back without typing the receipt again, for half an hour. */
export async function startVisit(
  request: FastifyRequest,
  reply: FastifyReply,
  { stores, now }: SiteDependencies,
  receipt: Receipt,
): Promise<void> {
  const { site, secure } = request.visit
  const before = visitOwnerOf(request)
  if (before !== undefined) await endVisit(stores.mailboxVisits, before)
  const key = await beginVisit(stores.mailboxVisits, site.id, receipt, now())
  setCookie(reply, mailboxCookie, key, secure)
}

/** Leaves nothing of the visit, neither here nor in the browser. */
export async function stopVisit(
  request: FastifyRequest,
  reply: FastifyReply,
  { stores }: SiteDependencies,
): Promise<void> {
  const owner = visitOwnerOf(request)
  if (owner !== undefined) await endVisit(stores.mailboxVisits, owner)
  dropVisitKey(request, reply)
}

/** A key that opens nothing goes: all that it could still tell is that somebody came back. */
export function dropVisitKey(request: FastifyRequest, reply: FastifyReply): void {
  const { secure } = request.visit
  if (readCookie(request, mailboxCookie, secure) !== undefined)
    clearCookie(reply, mailboxCookie, secure)
}

export function visitOwnerOf(request: FastifyRequest): VisitOwner | undefined {
  const { site, secure } = request.visit
  const key = parseBoxKey(readCookie(request, mailboxCookie, secure))
  return key === undefined ? undefined : { site: site.id, key }
}
