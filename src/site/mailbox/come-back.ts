import type { FastifyReply } from 'fastify'
import { mailboxHash } from '../../reports/mailbox.ts'
import { readReceipt } from '../../sealing/receipt.ts'
import { Fault } from '../../web/fault.ts'
import type { SiteDependencies } from '../site-dependencies.ts'
import { type ComeProblem, comeView } from './come-page.ts'
import type { Asked } from './mailbox-view.ts'
import { findMailbox, type Reached } from './reach-mailbox.ts'
import { dropVisitKey, startVisit } from './visiting.ts'

export type CameBack =
  | { readonly outcome: 'open'; readonly reached: Reached }
  | { readonly outcome: Extract<ComeProblem, 'empty' | 'mistyped' | 'unknown'> }

/**
 * Opens the mailbox of a receipt for this browser. Whoever has a receipt is never kept waiting; wrong
 * guesses are.
 *
 * @throws Fault 429 when very many wrong guesses are waiting already
 */
export async function comeBack({ request, reply, deps }: Asked, typed: string): Promise<CameBack> {
  if (typed.trim() === '') return { outcome: 'empty' }
  const read = readReceipt(typed)
  if (read.outcome === 'mistyped') return { outcome: 'mistyped' }
  const { receipt } = read
  const mailbox = await findMailbox(request.visit.site.id, receipt, deps)
  if (mailbox === undefined) {
    await slowDown(deps, mailboxHash(receipt, deps.secrets.secretKey))
    return { outcome: 'unknown' }
  }
  await startVisit(request, reply, deps, receipt)
  return { outcome: 'open', reached: { receipt, mailbox } }
}

/**
 * Keeps somebody waiting who named a mailbox that is not there.
 *
 * @param name its keyed hash
 * @throws Fault 429
 */
export async function slowDown({ guesses, now }: SiteDependencies, name: string): Promise<void> {
  if (!(await guesses.hold(name, now()))) throw new Fault(429, 'too many guesses')
}

/** Says that the receipt has to be typed again. */
export function sendOver({ request, reply, deps }: Asked): FastifyReply {
  dropVisitKey(request, reply)
  return deps.send(request, reply, comeView({ visit: request.visit, problem: 'over' }))
}
