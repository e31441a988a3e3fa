/** Saves an unfinished report and goes on with it, sealed and opened in this browser. Without it our server does both. */
import { openSavedDraft, sealDraft } from '../../mailbox/saved-draft.ts'
import type { Journey } from '../../reports/journey.ts'
import { knownAnswers } from '../../reports/known-answers.ts'
import type { Answers } from '../../reports/question.ts'
import { mailboxName, newReceipt, type Receipt, readReceipt } from '../../sealing/receipt.ts'
import { ask } from '../ask-site.client.ts'

export type SavedHere =
  /** `lastDay` is the last on which it is there: `2026-11-29`. */
  | { readonly outcome: 'saved'; readonly receipt: Receipt; readonly lastDay: string }
  /** Nothing unsealed has left, and it can be tried again. */
  | { readonly outcome: 'trouble' }

export type ResumedHere =
  | { readonly outcome: 'resumed'; readonly receipt: Receipt; readonly answers: Answers }
  | { readonly outcome: 'empty' | 'mistyped' | 'unknown' | 'damaged' | 'trouble' }

/**
 * Never throws.
 *
 * @param prefix the language that addresses name, `/cy`, or nothing
 * @param receipt the one that this draft was saved with before
 */
export async function saveHere(
  prefix: string,
  topic: string,
  answers: Answers,
  receipt: Receipt = newReceipt(),
): Promise<SavedHere> {
  try {
    const sealed = await sealDraft(topic, answers, receipt)
    const { status, body } = await ask(`${prefix}/a/s/save`, { name: mailboxName(receipt), sealed })
    if (status !== 201) return { outcome: 'trouble' }
    return { outcome: 'saved', receipt, lastDay: String(body['lastDay']) }
  } catch {
    return { outcome: 'trouble' }
  }
}

/** Never throws; the draft stays saved. @param typed the receipt, as somebody typed it */
export async function resumeHere(
  prefix: string,
  journey: Journey,
  typed: string,
): Promise<ResumedHere> {
  if (typed.trim() === '') return { outcome: 'empty' }
  const read = readReceipt(typed)
  if (read.outcome === 'mistyped') return read
  const { receipt } = read
  const { status, body } = await ask(`${prefix}/a/s/resume`, { name: mailboxName(receipt) })
  if (status === 404) return { outcome: 'unknown' }
  if (status !== 200) return { outcome: 'trouble' }
  const answers = await openSavedDraft(journey.topic, String(body['sealed']), receipt)
  if (answers === undefined) return { outcome: 'damaged' }
  return { outcome: 'resumed', receipt, answers: knownAnswers(journey, answers) }
}

/** Destroys what is saved under a receipt; where that fails, it is destroyed in its time. */
export async function forgetHere(prefix: string, receipt: Receipt): Promise<boolean> {
  const { status } = await ask(`${prefix}/a/s/forget`, { name: mailboxName(receipt) })
  return status === 200
}
