import type { MailboxOwner, WithdrawalStore } from './withdrawal-store.ts'

/** What taking back needs, made once at the start. */
export interface WithdrawalMeans {
  readonly withdrawals: WithdrawalStore
  /** Destroys the bytes of these files, wherever they are kept; files that are gone already are no fault. */
  readonly destroyFiles: (files: readonly string[]) => Promise<void>
  /** Told of what could not be finished now: the next scrubbing does it. */
  readonly onTrouble: (error: unknown) => void
}

export type Withdrawn =
  | { readonly outcome: 'withdrawn'; readonly reference: string }
  /** No report has this mailbox: mistaken, or withdrawn already. */
  | { readonly outcome: 'not-found' }

/**
 * Destroys a report for its reporter: envelope, answers, messages, files, activities and notice.
 * When it returns `withdrawn`, no row of it is left but its reference and the day; what still stood
 * in leftovers of the database engine is destroyed too, unless `onTrouble` was told.
 *
 * @throws when the database fails; nothing is destroyed then
 */
export async function withdrawReport(
  means: WithdrawalMeans,
  owner: MailboxOwner,
  now: Date,
): Promise<Withdrawn> {
  const removed = await means.withdrawals.remove(owner, now)
  if (removed === undefined) return { outcome: 'not-found' }
  // Without the envelope nobody can open a file; that it could not be removed undoes nothing.
  await means.destroyFiles(removed.files).catch(means.onTrouble)
  await means.withdrawals.scrub().catch(means.onTrouble)
  return { outcome: 'withdrawn', reference: removed.reference }
}
