import { type Migration, Migrator } from 'kysely/migration'
import type { Database } from './database.ts'
import * as firstReport from './migrations/0001-first-report.ts'
import * as officers from './migrations/0002-officers.ts'
import * as comingBack from './migrations/0003-coming-back.ts'

/** In order; a migration that has run anywhere is never edited. */
const migrations: Record<string, Migration> = {
  '0001-first-report': firstReport,
  '0002-officers': officers,
  '0003-coming-back': comingBack,
}

/**
 * Brings the database to the newest schema; several processes may call it at once.
 *
 * @returns the names of the migrations that ran now
 * @throws when one fails; the database is then as it was before that one
 */
export async function migrate(database: Database): Promise<readonly string[]> {
  const migrator = new Migrator({
    db: database,
    provider: { getMigrations: () => Promise.resolve(migrations) },
  })
  const { error, results = [] } = await migrator.migrateToLatest()
  if (error !== undefined) throw error
  return results.map((result) => result.migrationName)
}
