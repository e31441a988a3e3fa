import type { Database } from '../database/database.ts'
import { envelopeIn } from '../reports/envelope-box.ts'
import type { ReportId } from '../reports/stored-report.ts'
import type { Sealed } from '../sealing/seal.ts'

export type MailboxStore = ReturnType<typeof mailboxStore>

/** What a receipt leads to: a report, as its reporter may reach it. */
export interface StoredMailbox {
  readonly report: ReportId
  readonly reference: string
  readonly site: string
  readonly desk: string
  readonly topic: string
  /** `2026-11-22T11:00:00Z` */
  readonly receivedHour: string
  /** Holds the identity that opens everything of this report; the receipt opens it. */
  readonly envelope: Sealed
  readonly body: Sealed
}

export function mailboxStore(database: Database) {
  return {
    /** @param mailbox the keyed hash of the mailbox name */
    async find(site: string, mailbox: string): Promise<StoredMailbox | undefined> {
      const row = await database
        .selectFrom('reports')
        .leftJoin('report_keys', 'report_keys.report', 'reports.id')
        .select(['id', 'reference', 'site', 'desk', 'topic', 'received_hour'])
        .select(['envelope', 'key', 'body'])
        .where('mailbox', '=', mailbox)
        .where('site', '=', site)
        .executeTakeFirst()
      if (row === undefined) return undefined
      const { id, received_hour: receivedHour, envelope, key, ...same } = row
      return {
        ...same,
        report: id as ReportId,
        receivedHour,
        envelope: envelopeIn(envelope, key),
        body: row.body as Sealed,
      }
    },
  }
}
