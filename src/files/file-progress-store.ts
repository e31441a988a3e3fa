import { randomUUID } from 'node:crypto'
import type { Database } from '../database/database.ts'
import { dayOf } from '../reports/calendar.ts'
import type { ReportId } from '../reports/stored-report.ts'
import type { Sealed } from '../sealing/seal.ts'
import { mostBytes, mostFiles, unfinishedLifetime } from './limits.ts'
import type { FileId, NewFile } from './stored-file.ts'

/** `too-many`, `too-much`: one report holds so many files and bytes, and no more. */
export type AddedFile = 'added' | 'too-many' | 'too-much' | 'not-found'

/** How much of a file is safe, from where to where. */
export interface Progress {
  readonly id: FileId
  readonly from: number
  readonly to: number
}

/** Within a transaction: tells officers that the reporter added something; whether there is such a report. */
export type TellNews = (transaction: Database, report: ReportId, now: Date) => Promise<boolean>

/** Within a transaction. */
export async function addFile(transaction: Database, file: NewFile, now: Date): Promise<AddedFile> {
  const { id, report, copyOf, note, size } = file
  if (!(await hold(transaction, report))) return 'not-found'
  const others = await othersOf(transaction, report)
  const refused = refusal(file, others)
  if (refused !== undefined) return refused
  const expires_at = new Date(now.getTime() + unfinishedLifetime).toISOString()
  await transaction
    .insertInto('report_files')
    .values({
      ...{ id, report, note, size, expires_at },
      place: Math.max(0, ...others.map(({ place }) => place)) + 1,
      copy_of: copyOf ?? null,
      stored: 0,
      complete: 0,
    })
    .execute()
  return 'added'
}

// Takes the report's row, so that two who add at once are counted one after the other.
async function hold(transaction: Database, report: ReportId): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('reports')
    .set(({ ref }) => ({ has_news: ref('has_news') }))
    .where('id', '=', report)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

function othersOf(transaction: Database, report: ReportId) {
  return transaction
    .selectFrom('report_files')
    .select(['id', 'place', 'size', 'copy_of'])
    .where('report', '=', report)
    .execute()
}

function refusal(
  { copyOf, size }: NewFile,
  others: Awaited<ReturnType<typeof othersOf>>,
): AddedFile | undefined {
  const bytes = others.reduce((sum, other) => sum + other.size, 0)
  if (bytes + size > mostBytes) return 'too-much'
  const originals = others.filter(({ copy_of }) => copy_of === null)
  if (copyOf === undefined) return originals.length >= mostFiles ? 'too-many' : undefined
  if (!originals.some(({ id }) => id === copyOf)) return 'not-found'
  return others.some(({ copy_of }) => copy_of === copyOf) ? 'too-many' : undefined
}

/** Within the transaction that makes the bytes safe, where that is one. */
export async function advanceFile(
  transaction: Database,
  tellNews: TellNews,
  { id, from, to }: Progress,
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('report_files')
    .set({ stored: to })
    .where('id', '=', id)
    .where('stored', '=', from)
    .where('size', '>=', to)
    .where('complete', '=', 0)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows !== 1n) return false
  const { size } = await transaction
    .selectFrom('report_files')
    .select('size')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  if (size === to) await completeFile(transaction, tellNews, id, now)
  return true
}

/** From now on officers see it. */
async function completeFile(
  transaction: Database,
  tellNews: TellNews,
  id: FileId,
  now: Date,
): Promise<void> {
  const row = await transaction
    .updateTable('report_files')
    .set({ complete: 1, expires_at: null })
    .where('id', '=', id)
    .returning(['report', 'copy_of'])
    .executeTakeFirstOrThrow()
  const report = row.report as ReportId
  await transaction.updateTable('reports').set({ has_files: 1 }).where('id', '=', report).execute()
  // A copy comes with its original, and is no news of its own.
  if (row.copy_of !== null) return
  await tellNews(transaction, report, now)
  const activity = { id: randomUUID(), report, act: 'added', officer: null, at: dayOf(now) }
  await transaction.insertInto('activities').values(activity).execute()
}

/** Within a transaction: what has come is all there is, and this is said of it. */
export async function finishFile(
  transaction: Database,
  tellNews: TellNews,
  { id, note }: { readonly id: FileId; readonly note: Sealed },
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('report_files')
    .set(({ ref }) => ({ note, size: ref('stored') }))
    .where('id', '=', id)
    .where('complete', '=', 0)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows !== 1n) return false
  await completeFile(transaction, tellNews, id, now)
  return true
}
