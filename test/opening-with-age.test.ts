/** The steps of docs/opening-with-age.md, done as they are written there. */
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { test } from 'node:test'
import { type Database, openDatabase } from '../src/database/database.ts'
import { migrate } from '../src/database/migrate.ts'
import type { FileId } from '../src/files/stored-file.ts'
import { officersStores } from '../src/officers/officers-store.ts'
import { reportStore } from '../src/reports/report-store.ts'
import type { ReportId } from '../src/reports/stored-report.ts'
import { type Identity, newIdentity, recipientOf } from '../src/sealing/identity.ts'
import { pad } from '../src/sealing/pad.ts'
import { passphraseKeys } from '../src/sealing/passphrase.ts'
import { mailboxIdentity, receiptFromSeed } from '../src/sealing/receipt.ts'
import { seal } from '../src/sealing/seal.ts'
import { sealStream } from '../src/sealing/seal-stream.ts'
import { chunkStore, siteStores } from '../src/stores.ts'
import { sampleOfficer } from './sample-officer.ts'
import { sampleReport } from './sample-report.ts'
import { findStandardAge, notProved } from './standard-age.ts'

const repository = join(import.meta.dirname, '..')
const age = findStandardAge()
const now = new Date('2026-05-01T09:00:00.000Z')
const answers = { what: 'they hold the passports — 门' }
const film = randomBytes(300_000)

test('an officer opens a report with age by following the page', {
  skip: age ? false : notProved,
}, async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'signpost-opening-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  const dataDir = join(folder, 'data')
  const passphrase = await storeReport(dataDir)
  const path = pathWithAge(folder)
  const follow = (steps: string) =>
    execFileSync('sh', ['-e', '-c', steps], {
      cwd: folder,
      input: `${passphrase}\n`,
      env: { PATH: path, DATA_DIR: dataDir },
      encoding: 'utf8',
    })
  const [take = '', open = '', files = '', destroy = ''] = stepsOfThePage()
  assert.match(follow(take), /^Written to .*take-out: .*body\.age, file-1\.age, note-1\.age\.\n$/)
  assert.doesNotMatch(readFileSync(join(folder, 'take-out/body.age'), 'latin1'), /passports/)
  assert.deepEqual(JSON.parse(follow(open)), answers)
  assert.match(follow(files), new RegExp(`^${hashOf(film)}  take-out/file-1\n$`))
  assert.ok(readFileSync(join(folder, 'take-out/file-1')).equals(film))
  const said = JSON.parse(readFileSync(join(folder, 'take-out/note-1'), 'utf8'))
  assert.equal(said.sha256, hashOf(film))
  follow(destroy)
  assert.deepEqual(
    readdirSync(join(folder, 'take-out')).filter((name) => name.endsWith('.txt')),
    [],
  )
})

function stepsOfThePage(): readonly string[] {
  const page = readFileSync(join(repository, 'docs/opening-with-age.md'), 'utf8')
  const blocks = [...page.matchAll(/^```sh\n(.*?)^```/gms)].map(([, steps = '']) => steps)
  assert.equal(blocks.length, 4)
  return blocks.map((steps) => steps.replaceAll('bin/signpost', join(repository, 'bin/signpost')))
}

function pathWithAge(folder: string): string {
  mkdirSync(join(folder, 'tools'))
  symlinkSync(
    execFileSync('sh', ['-c', `command -v ${age}`])
      .toString()
      .trim(),
    join(folder, 'tools/age'),
  )
  return [join(folder, 'tools'), process.env['PATH']].join(delimiter)
}

/** As the first administrator’s browser and the site do it. */
async function storeReport(dataDir: string): Promise<string> {
  const database = openDatabase(`sqlite:${join(dataDir, 'signpost.sqlite')}`)
  try {
    await migrate(database)
    return await storeIn({ database, dataDir })
  } finally {
    await database.destroy()
  }
}

interface Place {
  readonly database: Database
  readonly dataDir: string
}

/** Sam Field, who has the passphrase, the officer’s key and the desk’s key, and one report. */
async function storeIn({ database, dataDir }: Place): Promise<string> {
  const passphrase = 'lantern orbit velvet copper maple river'
  const { officer, identity, lock } = await sampleOfficer('Sam Field', 'administrator')
  const keys = await passphraseKeys(passphrase, lock.stretch)
  const sealedIdentity = await seal(identity, [await recipientOf(keys.identity)])
  const stores = officersStores(database)
  assert.ok(await stores.officers.add(officer, { ...lock, sealedIdentity }))
  const deskKey = await newIdentity()
  const recipient = await recipientOf(deskKey)
  const sealed = await seal(deskKey, [officer.recipient])
  assert.ok(await stores.deskKeys.addFirst(officer, { recipient, sealed }, now))
  const own = await newIdentity()
  const receiptRecipient = await recipientOf(mailboxIdentity(receiptFromSeed('a seed')))
  const report = sampleReport({
    reference: 'maple-river-472',
    envelope: await seal(own, [recipient, receiptRecipient]),
    body: await seal(pad(JSON.stringify(answers)), [await recipientOf(own)]),
    receiptRecipient,
  })
  await reportStore(database).insert(report, now)
  await storeFilm({ database, dataDir }, report.id, own)
  return passphrase
}

/** As a reporter’s browser brings it. */
async function storeFilm(
  { database, dataDir }: Place,
  report: ReportId,
  key: Identity,
): Promise<void> {
  const recipient = await recipientOf(key)
  const stores = siteStores(database, chunkStore({ filesStore: 'folder', dataDir }, database))
  const about = { sha256: hashOf(film), size: film.length }
  const note = await seal(pad(JSON.stringify(about)), [recipient])
  const stream = await sealStream(ReadableStream.from([film]), [recipient])
  const bytes = Buffer.from(await new Response(stream).arrayBuffer())
  const id = randomUUID() as FileId
  await stores.files.add({ id, report, note, size: bytes.length, copyOf: undefined }, now)
  const writer = await stores.chunks.open(id, 0, () => now)
  await writer.write(bytes)
  assert.equal(await writer.finish(), bytes.length)
}

function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}
