import { type Kysely, sql } from 'kysely'
import { isPostgres } from './engine.ts'

/**
 * Writes `report_keys` anew, so that the file with the deleted rows is dropped, and ends the
 * write-ahead log, where our role may do so.
 */
export async function scrubPostgres<Tables>(
  database: Kysely<Tables>,
): Promise<'scrubbed' | 'log-kept'> {
  await sql`vacuum full report_keys`.execute(database)
  try {
    await sql`select pg_switch_wal()`.execute(database)
    await sql`checkpoint`.execute(database)
    return 'scrubbed'
  } catch (error) {
    if (isNotAllowed(error)) return 'log-kept'
    throw error
  }
}

/** PostgreSQL samples columns for its planner, and would keep copies of what is deleted. */
export async function keepOutOfStatistics<Tables>(
  database: Kysely<Tables>,
  table: string,
  column: string,
): Promise<void> {
  if (!isPostgres(database)) return
  const change = sql`alter table ${sql.table(table)} alter column ${sql.ref(column)} set statistics 0`
  await change.execute(database)
}

function isNotAllowed(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '42501'
}
