import { type Config, readConfig } from '../config.ts'
import { type Database, openDatabase } from '../database/database.ts'
import { migrate } from '../database/migrate.ts'
import type { Environment } from '../environment.ts'

/** Opens what the settings name, brings it to the newest schema as a start would, and closes it after. */
export async function withDatabase(
  environment: Environment,
  work: (database: Database, config: Config) => Promise<void>,
): Promise<void> {
  const { config } = readConfig(environment)
  const database = openDatabase(config.databaseUrl)
  try {
    await migrate(database)
    await work(database, config)
  } finally {
    await database.destroy()
  }
}
