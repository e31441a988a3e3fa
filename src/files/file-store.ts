import { randomUUID } from 'node:crypto'
import type { Database } from '../database/database.ts'
import type { ReportFileRow } from '../database/schema.ts'
import type { ReportId } from '../reports/stored-report.ts'
import type { Sealed } from '../sealing/seal.ts'
import {
  type AddedFile,
  addFile,
  advanceFile,
  finishFile,
  type Progress,
  type TellNews,
} from './file-progress-store.ts'
import { copiesBehind, type FileId, type NewFile, type StoredFile } from './stored-file.ts'

export type FileStore = ReturnType<typeof fileStore>

/** What is known of the files of reports. Their sealed bytes lie in a chunk store. */
export function fileStore(database: Database, tellNews: TellNews) {
  return {
    /** Begins a file: its bytes may come for a day. */
    add: (file: NewFile, now: Date): Promise<AddedFile> =>
      database.transaction().execute((transaction) => addFile(transaction, file, now)),

    /** A file of this report; not one whose time to be finished is over. */
    find: (report: ReportId, id: FileId, now: Date) => selectOne(database, { report, id, now }),

    /** A file of this report that was begun with this very note, and of which nothing has come. */
    findBegun: (file: Pick<NewFile, 'report' | 'note'>) => selectBegun(database, file),

    /** Records that bytes are safe, unless somebody recorded others meanwhile. The last completes the file. */
    advance: (progress: Progress, now: Date): Promise<boolean> =>
      database
        .transaction()
        .execute((transaction) => advanceFile(transaction, tellNews, progress, now)),

    /** Completes a file whose length and note were not known before; whether it was still unfinished. */
    finish: (id: FileId, note: Sealed, now: Date): Promise<boolean> =>
      database
        .transaction()
        .execute((transaction) => finishFile(transaction, tellNews, { id, note }, now)),

    /** The files of a report that are whole, each copy behind its original. */
    list: (report: ReportId): Promise<readonly StoredFile[]> => selectWhole(database, report),

    /** All of a report, unfinished ones too. */
    idsOf: async (report: ReportId): Promise<readonly FileId[]> =>
      idsIn(await selectIds(database).where('report', '=', report).execute()),

    /** Unfinished files whose time is over. */
    overdue: async (now: Date): Promise<readonly FileId[]> =>
      idsIn(
        await selectIds(database)
          .where('complete', '=', 0)
          .where('expires_at', '<=', now.toISOString())
          .execute(),
      ),

    has: async (id: FileId): Promise<boolean> =>
      (await selectIds(database).where('id', '=', id).executeTakeFirst()) !== undefined,

    /** Forgets a file, before its bytes are destroyed; whether it was there. */
    remove: (id: FileId): Promise<boolean> => deleteFile(database, id),

    /**
     * Writes down that an officer takes a whole file of their desk away, before its bytes leave.
     * `undefined` where there is none.
     */
    recordDownload: (download: Download): Promise<StoredFile | undefined> =>
      database.transaction().execute((transaction) => recordDownload(transaction, download)),
  }
}

interface Sought {
  readonly report: ReportId
  readonly id: FileId
  readonly now: Date
}

async function selectOne(
  database: Database,
  { report, id, now }: Sought,
): Promise<StoredFile | undefined> {
  const row = await database
    .selectFrom('report_files')
    .selectAll()
    .where('id', '=', id)
    .where('report', '=', report)
    .where(({ or, eb }) => or([eb('complete', '=', 1), eb('expires_at', '>', now.toISOString())]))
    .executeTakeFirst()
  return row && toFile(row)
}

async function selectBegun(
  database: Database,
  { report, note }: Pick<NewFile, 'report' | 'note'>,
): Promise<FileId | undefined> {
  const begun = await selectIds(database)
    .where('report', '=', report)
    .where('note', '=', note)
    .where('stored', '=', 0)
    .where('complete', '=', 0)
    .executeTakeFirst()
  return begun && (begun.id as FileId)
}

async function deleteFile(database: Database, id: FileId): Promise<boolean> {
  const { numDeletedRows } = await database
    .deleteFrom('report_files')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return numDeletedRows === 1n
}

function selectIds(database: Database) {
  return database.selectFrom('report_files').select('id')
}

function idsIn(rows: readonly { readonly id: string }[]): readonly FileId[] {
  return rows.map(({ id }) => id as FileId)
}

export interface Download {
  readonly desk: string
  readonly report: ReportId
  readonly file: FileId
  readonly officer: string
  readonly at: Date
}

async function selectWhole(database: Database, report: ReportId): Promise<readonly StoredFile[]> {
  const rows = await database
    .selectFrom('report_files')
    .selectAll()
    .where('report', '=', report)
    .where('complete', '=', 1)
    .orderBy('place')
    .execute()
  return copiesBehind(rows.map(toFile))
}

async function recordDownload(
  transaction: Database,
  { desk, report, file, officer, at }: Download,
): Promise<StoredFile | undefined> {
  const row = await transaction
    .selectFrom('report_files')
    .innerJoin('reports', 'reports.id', 'report_files.report')
    .selectAll('report_files')
    .where('report_files.id', '=', file)
    .where('report_files.complete', '=', 1)
    .where('reports.id', '=', report)
    .where('reports.desk', '=', desk)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const activity = { id: randomUUID(), report, act: 'downloaded', officer, at: at.toISOString() }
  await transaction.insertInto('activities').values(activity).execute()
  return toFile(row)
}

function toFile(row: ReportFileRow): StoredFile {
  const { id, report, place, copy_of, note: sealed, size, stored } = row
  return {
    id: id as FileId,
    report: report as ReportId,
    copyOf: copy_of === null ? undefined : (copy_of as FileId),
    note: sealed as Sealed,
    complete: row.complete === 1,
    ...{ place, size, stored },
  }
}
