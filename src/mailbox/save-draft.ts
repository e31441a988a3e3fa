import { mailboxHash } from '../reports/mailbox.ts'
import type { Answers } from '../reports/question.ts'
import type { Receipt } from '../sealing/receipt.ts'
import { openSavedDraft, sealDraft } from './saved-draft.ts'
import type { SavedDraftStore } from './saved-draft-store.ts'

/** What saving and finding again need, made once at the start. */
export interface SavingMeans {
  readonly savedDrafts: SavedDraftStore
  /** Keys the hash of the mailbox name. */
  readonly secretKey: Buffer
}

/** Where a draft belongs, and the receipt of its own that opens it. */
export interface DraftPlace {
  readonly site: string
  readonly topic: string
  readonly receipt: Receipt
}

/**
 * Seals the answers so far in memory and keeps only the seal, for readers without script.
 *
 * @returns the last day on which it is there: `2026-11-29`
 */
export async function saveDraft(
  { savedDrafts, secretKey }: SavingMeans,
  { site, topic, receipt }: DraftPlace,
  answers: Answers,
  now: Date,
): Promise<string> {
  const sealed = await sealDraft(topic, answers, receipt)
  return savedDrafts.keep({ site, name: mailboxHash(receipt, secretKey), sealed }, now)
}

/** What was saved under a receipt; it stays saved. */
export interface Saved {
  /** To be read with `knownAnswers`; `undefined` where the seal is damaged or about another topic. */
  readonly answers: unknown
  /** The last day on which it is there: `2026-11-29`. */
  readonly lastDay: string
}

export async function findSaved(
  { savedDrafts, secretKey }: SavingMeans,
  { site, topic, receipt }: DraftPlace,
  now: Date,
): Promise<Saved | undefined> {
  const found = await savedDrafts.find(site, mailboxHash(receipt, secretKey), now)
  if (found === undefined) return undefined
  return { answers: await openSavedDraft(topic, found.sealed, receipt), lastDay: found.lastDay }
}

export async function destroySaved(
  { savedDrafts, secretKey }: SavingMeans,
  { site, receipt }: Pick<DraftPlace, 'site' | 'receipt'>,
): Promise<void> {
  await savedDrafts.remove(site, mailboxHash(receipt, secretKey))
}
