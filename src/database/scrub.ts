/** Deleting a row takes it out of sight; this takes it out of the engine’s own leftovers. */
import { sql } from 'kysely'
import type { Database } from './database.ts'
import { isPostgres } from './engine.ts'
import { scrubPostgres } from './postgres-scrub.ts'

/**
 * `scrubbed`: no file of the database holds the deleted keys any more.
 * `log-kept`: PostgreSQL did not let us end its write-ahead log; that one still may, until it is recycled.
 */
export type Scrubbed = 'scrubbed' | 'log-kept'

/**
 * Call it after the transaction that deleted from `report_keys`.
 *
 * @throws when somebody else’s reading or writing stands in the way: try again later
 */
export async function scrub(database: Database): Promise<Scrubbed> {
  if (isPostgres(database)) return scrubPostgres(database)
  await emptySqliteLog(database)
  return 'scrubbed'
}

/** Takes deleted drafts out of SQLite’s write-ahead log, now and then; nothing to do on PostgreSQL. */
export async function emptyLog(database: Database): Promise<void> {
  if (!isPostgres(database)) await emptySqliteLog(database)
}

// The file itself is clean already: `secure_delete` wrote zeros over the row. Its older page is in
// the log, which this copies into the file and cuts to nothing.
async function emptySqliteLog(database: Database): Promise<void> {
  const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(database)
  if (rows[0]?.busy !== 0) throw new Error('the write-ahead log is being read')
}
