import type { Database } from '../database/database.ts'
import { together } from '../database/together.ts'
import { isUniqueViolation } from '../database/unique-violation.ts'
import type { StoredDraft } from './draft.ts'
import { draftStore } from './draft-store.ts'
import { insertReport } from './report-store.ts'
import type { NewReport } from './stored-report.ts'

export type SendingStore = ReturnType<typeof sendingStore>

/** `draft-changed`: it was sent, answered or destroyed meanwhile. `name-taken`: find another reference. */
export type Stored = 'stored' | 'draft-changed' | 'name-taken'

/** What is known of a report that lies in a mailbox. */
export interface Lying {
  readonly reference: string
  readonly body: string
}

/** The one step in which what was told becomes a report. */
export function sendingStore(database: Database) {
  return {
    /** Answers of the draft replaced by the receipt, report and first activity stored: all of it on the disk, or none of it. */
    async send(
      draft: Pick<StoredDraft, 'name' | 'version' | 'box'>,
      report: NewReport,
      now: Date,
    ): Promise<Stored> {
      try {
        return await together(database, async (transaction) => {
          if (!(await draftStore(transaction).markSent(draft, report.reference, now)))
            return 'draft-changed'
          await insertReport(transaction, report, now)
          return 'stored'
        })
      } catch (error) {
        if (isUniqueViolation(error)) return 'name-taken'
        throw error
      }
    },

    /** What lies in a mailbox already. @param mailbox the keyed hash of its name */
    async find(mailbox: string): Promise<Lying | undefined> {
      return database
        .selectFrom('reports')
        .select(['reference', 'body'])
        .where('mailbox', '=', mailbox)
        .executeTakeFirst()
    },

    /** A report that was sealed before it came, with its first activity: both or neither. */
    async take(report: NewReport, now: Date): Promise<'stored' | 'name-taken'> {
      try {
        await together(database, (transaction) => insertReport(transaction, report, now))
        return 'stored'
      } catch (error) {
        if (isUniqueViolation(error)) return 'name-taken'
        throw error
      }
    },
  }
}
