import { type Kysely, PostgresAdapter } from 'kysely'

/** Which engine is behind a database; only `src/database/` may ask. */
export function isPostgres<Tables>(database: Kysely<Tables>): boolean {
  return database.getExecutor().adapter instanceof PostgresAdapter
}
