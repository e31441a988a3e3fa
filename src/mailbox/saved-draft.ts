/** An unfinished report that waits for its reporter, sealed to a receipt of its own. Pure: the same in the browser. */
import type { Answers } from '../reports/question.ts'
import { recipientOf } from '../sealing/identity.ts'
import { pad } from '../sealing/pad.ts'
import { mailboxIdentity, type Receipt } from '../sealing/receipt.ts'
import { open, type Sealed, seal } from '../sealing/seal.ts'

/** How many days a saved draft waits after the day of saving. Pages promise this. */
export const daysSaved = 7

/** The most that is sealed of one draft, in characters of armour. */
export const sealedDraftLimit = 512 * 1024

interface SavedDraft {
  readonly kind: 'signpost draft'
  readonly version: 1
  readonly topic: string
  readonly answers: Answers
}

/** The answers so far, sealed to the receipt alone: no officer can open them. */
export async function sealDraft(
  topic: string,
  answers: Answers,
  receipt: Receipt,
): Promise<Sealed> {
  const draft: SavedDraft = { kind: 'signpost draft', version: 1, topic, answers }
  return seal(pad(JSON.stringify(draft)), [await recipientOf(mailboxIdentity(receipt))])
}

/**
 * What is in the seal; `undefined` where it is damaged, for another receipt, or about another topic.
 * A browser may have sealed it, so it is read as whatever somebody types: with `knownAnswers`.
 */
export async function openSavedDraft(
  topic: string,
  sealed: string,
  receipt: Receipt,
): Promise<unknown> {
  const opened = await open(sealed, mailboxIdentity(receipt))
  if (opened.outcome !== 'opened') return undefined
  try {
    const draft = JSON.parse(opened.text) as Partial<SavedDraft> | null
    return draft?.kind === 'signpost draft' && draft.topic === topic ? draft.answers : undefined
  } catch {
    return undefined
  }
}
