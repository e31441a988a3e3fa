/** Runs the same sentences about a store on SQLite and on a real PostgreSQL. */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe } from 'node:test'
import pg from 'pg'
import { type Database, openDatabase } from '../src/database/database.ts'
import { migrate } from '../src/database/migrate.ts'
import { startPostgres } from './postgres-server.ts'

interface Engine {
  readonly name: string
  prepare(): Promise<{ url: string; remove(): Promise<void> }>
}

const engines: readonly Engine[] = [
  { name: 'SQLite', prepare: prepareSqlite },
  { name: 'PostgreSQL', prepare: preparePostgres },
]

/** `sentences` is called once per engine; the function it gets returns that engine's database, migrated and empty. */
export function contract(title: string, sentences: (database: () => Database) => void): void {
  for (const engine of engines) {
    describe(`${title}, on ${engine.name}`, () => {
      let database: Database | undefined
      let remove = (): Promise<void> => Promise.resolve()
      before(async () => {
        const prepared = await engine.prepare()
        remove = prepared.remove
        database = openDatabase(prepared.url)
        await migrate(database)
      })
      after(async () => {
        await database?.destroy()
        await remove()
      })
      sentences(() => {
        if (database === undefined) throw new Error('the database is not open yet')
        return database
      })
    })
  }
}

/** An address of an empty PostgreSQL database of its own, and how to remove it. */
export async function preparePostgres(): Promise<{ url: string; remove(): Promise<void> }> {
  const shared = process.env['TEST_POSTGRES_URL']
  const own = shared === undefined ? await startPostgres() : undefined
  const server = shared ?? own?.url ?? ''
  const name = `signpost_${randomUUID().replaceAll('-', '')}`
  await run(server, `create database ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return {
    url: url.href,
    remove: async () => {
      await run(server, `drop database ${name} with (force)`)
      await own?.stop()
    },
  }
}

function prepareSqlite(): Promise<{ url: string; remove(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'signpost-'))
  return Promise.resolve({
    url: `sqlite:${join(folder, 'signpost.sqlite')}`,
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  })
}

async function run(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
