import type { Database } from '../database/database.ts'
import type { ReportRow } from '../database/schema.ts'
import { insertActivity } from './activity-store.ts'
import { type Move, type Status, statusAfter } from './status.ts'
import type { ReportId } from './stored-report.ts'

/** An officer's act upon the version of a report that they saw. */
export interface ReportChange {
  readonly desk: string
  readonly id: ReportId
  readonly version: number
  readonly officer: string
  readonly at: Date
}

export type Changed =
  | { readonly outcome: 'changed'; readonly version: number }
  /** Somebody else changed it first: look again. */
  | { readonly outcome: 'changed-meanwhile' }
  /** Its status does not allow it. */
  | { readonly outcome: 'not-allowed' }
  | { readonly outcome: 'not-found' }

/** Moves a report and writes down who did it: both or neither. */
export function moveReport(
  database: Database,
  change: ReportChange,
  move: Move,
  columns: Partial<Pick<ReportRow, 'assignee' | 'closed_at' | 'lane'>>,
): Promise<Changed> {
  return database.transaction().execute(async (transaction) => {
    const found = await selectMovable(transaction, change.desk, change.id)
    if (found === undefined) return { outcome: 'not-found' }
    if (found.version !== change.version) return { outcome: 'changed-meanwhile' }
    const status = statusAfter(found, move)
    if (status === undefined) return { outcome: 'not-allowed' }
    if (!(await update(transaction, change, { ...columns, status })))
      return { outcome: 'changed-meanwhile' }
    const { officer, at } = change
    await insertActivity(transaction, change.id, { act: move, officer, at: at.toISOString() })
    return { outcome: 'changed', version: change.version + 1 }
  })
}

/** Writes down that an officer opened a report, who then has seen the news; whether there was such a report. */
export function recordOpening(
  database: Database,
  { desk, id, officer, at }: Omit<ReportChange, 'version'>,
): Promise<boolean> {
  return database.transaction().execute(async (transaction) => {
    const { numUpdatedRows } = await transaction
      .updateTable('reports')
      .set({ has_news: 0 })
      .where('id', '=', id)
      .where('desk', '=', desk)
      .executeTakeFirstOrThrow()
    if (numUpdatedRows === 0n) return false
    await insertActivity(transaction, id, { act: 'opened', officer, at: at.toISOString() })
    return true
  })
}

async function selectMovable(database: Database, desk: string, id: ReportId) {
  const row = await database
    .selectFrom('reports')
    .select(['status', 'assignee', 'version'])
    .where('id', '=', id)
    .where('desk', '=', desk)
    .executeTakeFirst()
  return row && { ...row, status: row.status as Status, assignee: row.assignee ?? undefined }
}

async function update(
  transaction: Database,
  { id, desk, version }: ReportChange,
  columns: Partial<ReportRow>,
): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('reports')
    .set({ ...columns, version: version + 1 })
    .where('id', '=', id)
    .where('desk', '=', desk)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}
