import { type Config, readConfig } from './config.ts'
import { type Database, openDatabase } from './database/database.ts'
import { migrate } from './database/migrate.ts'
import type { Environment } from './environment.ts'
import { boxOldEnvelopes } from './reports/envelope-store.ts'
import type { Secrets } from './secrets.ts'
import { type Log, openLog } from './web/log.ts'

/** What the doors and the operator's commands stand on. */
export interface Context {
  readonly config: Config
  readonly secrets: Secrets
  readonly database: Database
  readonly log: Log
  readonly now: () => Date
}

/**
 * Reads the settings and opens the database, brought to the newest schema.
 *
 * @throws ConfigurationError when a setting is wrong
 */
export async function openContext(environment: Environment = surroundings()): Promise<Context> {
  // Whatever we make is for this operating-system user alone: the database, its log, the secret key.
  process.umask(0o077)
  const { config, secrets } = readConfig(environment)
  const log = openLog()
  const database = openDatabase(config.databaseUrl)
  const migrations = await migrate(database)
  if (migrations.length > 0) log({ event: 'migrated', migrations: migrations.length })
  const boxed = await boxOldEnvelopes(database)
  if (boxed > 0) log({ event: 'envelopes-boxed', count: boxed })
  return { config, secrets, database, log, now: () => new Date() }
}

function surroundings(): Environment {
  // biome-ignore lint/style/noProcessEnv: the one place where the environment comes in
  return process.env
}
