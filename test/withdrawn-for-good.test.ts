/** What a reporter takes back is looked for in every file of the database, byte by byte. */
import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import BetterSqlite3 from 'better-sqlite3'
import { sql } from 'kysely'
import { type Database, openDatabase } from '../src/database/database.ts'
import { migrate } from '../src/database/migrate.ts'
import { withdrawReport } from '../src/mailbox/withdraw-report.ts'
import { withdrawalStore } from '../src/mailbox/withdrawal-store.ts'
import { reportStore } from '../src/reports/report-store.ts'
import { sealReport } from '../src/reports/seal-report.ts'
import type { NewReport } from '../src/reports/stored-report.ts'
import { newIdentity, recipientOf } from '../src/sealing/identity.ts'
import { newReceipt } from '../src/sealing/receipt.ts'
import { startPostgres } from './postgres-server.ts'
import { sampleReport } from './sample-report.ts'

const now = new Date('2026-11-22T11:04:05.678Z')
const folder = mkdtempSync(join(tmpdir(), 'signpost-withdrawn-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const deskKey = { epoch: 1, recipient: await recipientOf(await newIdentity()) }

/** One report that is taken back, among others that stay. */
interface Kept {
  readonly report: NewReport
  readonly key: string
  readonly box: string
  readonly message: string
}

async function sealed(): Promise<NewReport> {
  const words = { kind: 'signpost report', answers: ['They lock the gate at night'] } as never
  return sampleReport(await sealReport(words, deskKey, newReceipt()))
}

async function receiveAmongOthers(database: Database): Promise<Kept> {
  const report = await sealed()
  for (const one of [await sealed(), report, await sealed()])
    await reportStore(database).insert(one, now)
  const { body: message } = await sealed()
  const about = { report: report.id, place: 1, officer: null, at: '2026-11-22', id: 'message' }
  await database
    .insertInto('messages')
    .values({ ...about, sealed: message })
    .execute()
  const { key } = await database
    .selectFrom('report_keys')
    .selectAll()
    .where('report', '=', report.id)
    .executeTakeFirstOrThrow()
  const { envelope: box } = await database
    .selectFrom('reports')
    .select('envelope')
    .where('id', '=', report.id)
    .executeTakeFirstOrThrow()
  return { report, key, box, message }
}

async function withdraw(database: Database, { report }: Kept): Promise<void> {
  const means = {
    withdrawals: withdrawalStore(database),
    destroyFiles: async () => undefined,
    onTrouble: (error: unknown) => assert.fail(String(error)),
  }
  const withdrawn = await withdrawReport(means, report, now)
  assert.equal(withdrawn.outcome, 'withdrawn')
}

function filesIn(path: string): readonly (readonly [string, Buffer])[] {
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .map((name) => join(path, name))
    .filter((file) => statSync(file).isFile())
    .map((file) => [file, readFileSync(file)])
}

/** Every piece of 32 characters; the first line of an age file is the same in all of them. */
function pieces(text: string): readonly string[] {
  const own = text.replace(/^-----BEGIN AGE.*\n.{64}\n/, '').replace(/\n-----END.*\n?$/, '')
  return own.match(/[^\n]{32}/g) ?? []
}

function whereFound(text: string, files: readonly (readonly [string, Buffer])[]): string[] {
  return files.flatMap(([name, bytes]) =>
    pieces(text).some((piece) => bytes.includes(piece)) ? [name] : [],
  )
}

test('SQLite: not a piece of it is in the database, its logs, or a backup made afterwards', async () => {
  const data = join(folder, 'data')
  const path = join(data, 'signpost.sqlite')
  const database = openDatabase(`sqlite:${path}`)
  await migrate(database)
  const kept = await receiveAmongOthers(database)
  for (const text of [kept.key, kept.box, kept.report.body, kept.message])
    assert.notDeepEqual(whereFound(text, filesIn(data)), [], 'it was there before')
  await withdraw(database, kept)
  const copy = new BetterSqlite3(path, { readonly: true })
  await copy.backup(join(data, 'backup.sqlite'))
  copy.close()
  const files = filesIn(data)
  assert.ok(files.length >= 3)
  const { report, key, box, message } = kept
  for (const text of [key, box, report.envelope, report.body, message])
    assert.deepEqual(whereFound(text, files), [])
  await database.destroy()
})

// What docs/operators.md asks for; without `wal_recycle = off` old logs stay until they are written over.
const server = await startPostgres({ wal_recycle: 'off', min_wal_size: '32MB' })
after(() => server.stop())

async function withdrawnFrom(url: string): Promise<Kept> {
  const database = openDatabase(url)
  await migrate(database)
  const kept = await receiveAmongOthers(database)
  await sql`analyze reports, report_keys, messages`.execute(database)
  await withdraw(database, kept)
  await database.destroy()
  return kept
}

test('PostgreSQL: the key of the envelope is in no file of the server, not even in its log', async () => {
  const kept = await withdrawnFrom(server.url)
  for (const text of [kept.key, kept.report.envelope])
    assert.deepEqual(whereFound(text, filesIn(server.dataDir)), [])
})

test('PostgreSQL, where our role may not end the log: the key is in no table’s file', async () => {
  const superuser = openDatabase(server.url)
  await sql`create role app login`.execute(superuser)
  await sql`create database app owner app`.execute(superuser)
  const url = new URL(server.url)
  url.username = 'app'
  url.pathname = '/app'
  const kept = await withdrawnFrom(url.href)
  await sql`checkpoint`.execute(superuser)
  await superuser.destroy()
  const where = whereFound(kept.key, filesIn(server.dataDir))
  assert.deepEqual(
    where.filter((file) => !file.includes('pg_wal')),
    [],
  )
  assert.notDeepEqual(where, [], 'this is what we say of the log')
})
