import type { FastifyReply } from 'fastify'
import { mailboxHash } from '../../reports/mailbox.ts'
import { type Receipt, readReceipt } from '../../sealing/receipt.ts'
import { Fault } from '../../web/fault.ts'
import { findSavedHere, resume } from '../report/saving.ts'
import { seeOther } from '../report/telling.ts'
import type { SiteDependencies } from '../site-dependencies.ts'
import type { SitePageView } from '../site-pages.ts'
import { comeView } from './come-page.ts'
import type { ComeProblem } from './come-problem.ts'
import type { Asked } from './mailbox-view.ts'
import { findMailbox, type Reached } from './reach-mailbox.ts'
import { dropVisitKey, startVisit } from './visiting.ts'

export type CameBack =
  | { readonly outcome: 'open'; readonly reached: Reached }
  /** It is the receipt of a draft: `answers` are `undefined` where its seal is damaged. */
  | { readonly outcome: 'draft'; readonly receipt: Receipt; readonly answers: unknown }
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
  const { visit } = request
  const mailbox = await findMailbox(visit.site.id, receipt, deps)
  if (mailbox === undefined) {
    const saved = await findSavedHere(visit, receipt, deps)
    if (saved !== undefined) return { outcome: 'draft', receipt, answers: saved.answers }
    await slowDown(deps, mailboxHash(receipt, deps.secrets.secretKey))
    return { outcome: 'unknown' }
  }
  await startVisit(request, reply, deps, receipt)
  return { outcome: 'open', reached: { receipt, mailbox } }
}

/**
 * Whichever receipt it is, leads on: to the mailbox of a report, or to the next question of a draft.
 *
 * @param problemView the page on which it was typed, saying why it leads nowhere
 */
export async function comeBackEither(
  asked: Asked,
  typed: string,
  problemView: (problem: 'empty' | 'mistyped' | 'unknown' | 'damaged') => SitePageView,
): Promise<FastifyReply> {
  const { request, reply, deps } = asked
  const came = await comeBack(asked, typed)
  if (came.outcome === 'open') return seeOther(reply, request.visit, '/b/open')
  if (came.outcome !== 'draft') return deps.send(request, reply, problemView(came.outcome))
  if (came.answers === undefined) return deps.send(request, reply, problemView('damaged'))
  return resume(request, reply, deps, came)
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
