import type { Database } from '../database/database.ts'
import { dayOf } from '../reports/calendar.ts'

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
  const { id, reference, desk } = report
  const rows = await transaction
    .selectFrom('report_files')
    .select('id')
    .where('report', '=', id)
    .execute()
  const files = rows.map((row) => row.id)
  if (files.length > 0)
    await transaction.deleteFrom('file_chunks').where('file', 'in', files).execute()
  for (const table of ['report_files', 'messages', 'activities', 'notices'] as const)
    await transaction.deleteFrom(table).where('report', '=', id).execute()
  await transaction.deleteFrom('reports').where('id', '=', id).execute()
  await transaction
    .insertInto('withdrawals')
    .values({ reference, site, desk, day: dayOf(now) })
    .execute()
  return { reference, files }
}
