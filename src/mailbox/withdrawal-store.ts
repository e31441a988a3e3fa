import type { Database } from '../database/database.ts'
import { type Scrubbed, scrub } from '../database/scrub.ts'
import { dayOf } from '../reports/calendar.ts'
import type { ReportId } from '../reports/stored-report.ts'
import type { Withdrawal } from './withdrawal.ts'

export type WithdrawalStore = ReturnType<typeof withdrawalStore>

/** Whose report: the keyed hash of a mailbox name, at the site where it is asked for. */
export interface MailboxOwner {
  readonly site: string
  readonly mailbox: string
}

export interface Removed {
  readonly reference: string
  /** The files that it had; their rows are gone, their bytes may lie elsewhere. */
  readonly files: readonly string[]
}

/** Reports that are taken back: what destroys them, and what is left. */
export function withdrawalStore(database: Database) {
  return {
    /** Every row of a report gone and its withdrawal written down: both or neither. `undefined` where there is none. */
    remove: (owner: MailboxOwner, now: Date) =>
      database.transaction().execute((transaction) => remove(transaction, owner, now)),

    /**
     * Makes deletions true in the engine's own files; does nothing when all are.
     *
     * @throws when the database is busy: the next call makes up for it
     */
    async scrub(): Promise<Scrubbed | 'nothing'> {
      const waiting = await unscrubbed(database)
      if (waiting.length === 0) return 'nothing'
      const scrubbed = await scrub(database)
      await database
        .updateTable('withdrawals')
        .set({ scrubbed: 1 })
        .where('reference', 'in', waiting)
        .execute()
      return scrubbed
    },

    /** What was taken back from a desk, the newest first. */
    async list(desk: string, limit: number): Promise<readonly Withdrawal[]> {
      return database
        .selectFrom('withdrawals')
        .select(['reference', 'site', 'day'])
        .where('desk', '=', desk)
        .orderBy('day', 'desc')
        .orderBy('reference')
        .limit(limit)
        .execute()
    },
  }
}

async function remove(
  transaction: Database,
  { site, mailbox }: MailboxOwner,
  now: Date,
): Promise<Removed | undefined> {
  const report = await transaction
    .selectFrom('reports')
    .select(['id', 'reference', 'desk'])
    .where('mailbox', '=', mailbox)
    .where('site', '=', site)
    .executeTakeFirst()
  if (report === undefined) return undefined
  const id = report.id as ReportId
  const files = await removeFiles(transaction, id)
  for (const table of ['report_keys', 'messages', 'activities', 'notices'] as const)
    await transaction.deleteFrom(table).where('report', '=', id).execute()
  await handOnPlace(transaction, id)
  await transaction.deleteFrom('reports').where('id', '=', id).execute()
  const { reference, desk } = report
  const row = { reference, site, desk, day: dayOf(now), scrubbed: 0 }
  await transaction.insertInto('withdrawals').values(row).execute()
  return { reference, files }
}

async function removeFiles(transaction: Database, report: ReportId): Promise<readonly string[]> {
  const rows = await transaction
    .selectFrom('report_files')
    .select('id')
    .where('report', '=', report)
    .execute()
  const files = rows.map(({ id }) => id)
  if (files.length === 0) return files
  await transaction.deleteFrom('file_chunks').where('file', 'in', files).execute()
  await transaction.deleteFrom('report_files').where('report', '=', report).execute()
  return files
}

// Reports nearly the same as this one stood behind it. The oldest of them takes its place.
async function handOnPlace(transaction: Database, report: ReportId): Promise<void> {
  const next = await transaction
    .selectFrom('reports')
    .select('id')
    .where('same_as', '=', report)
    .orderBy('received_hour')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  if (next === undefined) return
  const others = transaction.updateTable('reports').where('same_as', '=', report)
  await others.set({ same_as: next.id }).execute()
  await transaction
    .updateTable('reports')
    .set({ same_as: null })
    .where('id', '=', next.id)
    .execute()
}

async function unscrubbed(database: Database): Promise<readonly string[]> {
  const rows = await database
    .selectFrom('withdrawals')
    .select('reference')
    .where('scrubbed', '=', 0)
    .limit(1_000)
    .execute()
  return rows.map(({ reference }) => reference)
}
