import type { Admission } from './admission.ts'
import { hourOf } from './calendar.ts'
import type { DeskKey } from './desk-key.ts'
import { hashOfMailboxName } from './mailbox.ts'
import type { SendingStore } from './sending-store.ts'
import type { NewReport, Seals } from './stored-report.ts'

/** A report that was sealed before it came: all that is known of it. */
export interface SealedBefore
  extends Pick<NewReport, 'reference' | 'site' | 'desk' | 'topic' | 'language' | 'priority'>,
    Seals {
  /** What its reporter’s browser calls the mailbox. The receipt stayed there. */
  readonly mailboxName: string
}

export interface TakingMeans {
  readonly sending: Pick<SendingStore, 'find' | 'take'>
  /** Keys the hash of the mailbox name. */
  readonly secretKey: Buffer
  /** Says where it goes: among the others, or aside for an officer to look through. It refuses none. */
  readonly admit: () => Admission
}

export type Taken =
  /** It is on the disk; `again` when it was there before. */
  | { readonly outcome: 'stored' | 'again'; readonly reference: string }
  /** Another report has this reference, or this mailbox. */
  | { readonly outcome: 'name-taken' }
  /** The desk reads with another key by now. */
  | { readonly outcome: 'new-key' }

/**
 * Stores a report that its reporter’s browser sealed. The same seals make one report, however often
 * and by however many at once they are sent: whoever lost the line sends them again.
 *
 * @param deskKey the key in force
 */
export async function takeReport(
  means: TakingMeans,
  report: SealedBefore,
  deskKey: DeskKey,
  now: Date,
): Promise<Taken> {
  const mailbox = hashOfMailboxName(report.mailboxName, means.secretKey)
  const before = await takenBefore(means, mailbox, report)
  if (before !== undefined) return before
  if (report.epoch !== deskKey.epoch) return { outcome: 'new-key' }
  const { mailboxName: _, ...seen } = report
  const stored = await means.sending.take(
    {
      ...seen,
      ...means.admit(),
      mailbox,
      hasFiles: false,
      receivedHour: hourOf(now),
    },
    now,
  )
  if (stored === 'stored') return { outcome: 'stored', reference: report.reference }
  // The same report may have come twice at once.
  return (await takenBefore(means, mailbox, report)) ?? { outcome: 'name-taken' }
}

async function takenBefore(
  { sending }: TakingMeans,
  mailbox: string,
  report: SealedBefore,
): Promise<Taken | undefined> {
  const lying = await sending.find(mailbox)
  if (lying === undefined) return undefined
  const isSame = lying.body === report.body && lying.reference === report.reference
  return isSame ? { outcome: 'again', reference: lying.reference } : { outcome: 'name-taken' }
}
