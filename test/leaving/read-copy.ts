import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'

/** Reads from a copy of a database, with what is not yet written into it, and changes nothing. */
export function readCopy<Row>(file: string, query: string): readonly Row[] {
  if (!existsSync(file)) return []
  const folder = mkdtempSync(join(tmpdir(), 'signpost-copy-'))
  const copy = join(folder, 'copy')
  for (const part of ['', '-wal', '-journal'])
    if (existsSync(`${file}${part}`)) copyFileSync(`${file}${part}`, `${copy}${part}`)
  const database = new Database(copy)
  try {
    return database.prepare<[], Row>(query).all()
  } finally {
    database.close()
    rmSync(folder, { recursive: true })
  }
}
