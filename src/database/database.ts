import { isAbsolute, resolve } from 'node:path'
import { Kysely } from 'kysely'
import { postgresDialect } from './postgres.ts'
import type { Schema } from './schema.ts'
import { sqliteDialect } from './sqlite.ts'

export type Database = Kysely<Schema>

/**
 * Opens a database: `postgres://…` (or `postgresql://…`), or `sqlite:` and a path.
 *
 * @throws RangeError when the address is neither
 */
export function openDatabase(url: string): Database {
  return new Kysely<Schema>({ dialect: dialectFor(url) })
}

function dialectFor(url: string) {
  if (/^postgres(ql)?:\/\//.test(url)) return postgresDialect(url)
  if (url.startsWith('sqlite:')) return sqliteDialect(absolute(url.slice('sqlite:'.length)))
  throw new RangeError('a database address begins with sqlite: or postgres://')
}

function absolute(path: string): string {
  return isAbsolute(path) ? path : resolve(path)
}
