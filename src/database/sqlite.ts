import { chmodSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { SqliteDialect } from 'kysely'

/**
 * SQLite in one file. Write-ahead log and `synchronous = FULL`: what was committed survives a power
 * cut. `secure_delete` overwrites what is deleted. Only this operating-system user may read the file.
 */
export function sqliteDialect(path: string): SqliteDialect {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const file = new BetterSqlite3(path)
  chmodSync(path, 0o600)
  file.pragma('journal_mode = WAL')
  file.pragma('synchronous = FULL')
  file.pragma('foreign_keys = ON')
  file.pragma('secure_delete = ON')
  // Waiting stops the whole process, so it must be short; writers hold the lock for a millisecond.
  file.pragma('busy_timeout = 2000')
  return new SqliteDialect({
    database: { close: () => file.close(), prepare: rememberStatements(file) },
  })
}

const mostStatements = 500

/** The same text is compiled once: our queries are few, and each is asked for at every request. */
function rememberStatements(file: BetterSqlite3.Database) {
  const statements = new Map<string, BetterSqlite3.Statement>()
  return (sql: string): BetterSqlite3.Statement => {
    const known = statements.get(sql)
    // One that is still being read from cannot be begun again.
    if (known !== undefined && !known.busy) return known
    const statement = file.prepare(immediate(sql))
    if (statements.size >= mostStatements) statements.clear()
    statements.set(sql, statement)
    return statement
  }
}

// A transaction that reads and then writes fails if another process wrote in between, unless it
// holds the write lock from its first statement on.
function immediate(sql: string): string {
  return sql === 'begin' ? 'begin immediate' : sql
}
