import { PostgresDialect } from 'kysely'
import pg from 'pg'

/**
 * PostgreSQL 15 or newer. Connections are few and waits are bounded, so that a stuck database shows
 * as a page in words within seconds and never as a queue of open requests.
 */
export function postgresDialect(url: string): PostgresDialect {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 15_000,
    application_name: 'signpost',
  })
  // An idle connection that breaks is replaced at the next query; without a listener it would end
  // the process.
  pool.on('error', () => undefined)
  // The pool stops listening while a connection is in use; its query fails then, and that says it.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return new PostgresDialect({ pool })
}
