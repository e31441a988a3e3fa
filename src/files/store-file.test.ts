import assert from 'node:assert/strict'
import { createHash, randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { plainPicture, telltalePicture } from '../../test/sample-pictures.ts'
import { sampleReport } from '../../test/sample-report.ts'
import { type Database, openDatabase } from '../database/database.ts'
import { migrate } from '../database/migrate.ts'
import { tellNews } from '../mailbox/message-store.ts'
import { reportStore } from '../reports/report-store.ts'
import type { ReportId } from '../reports/stored-report.ts'
import { type Identity, newIdentity, recipientOf } from '../sealing/identity.ts'
import { openStream } from '../sealing/seal-stream.ts'
import type { FileStores } from './add-file.ts'
import type { FileNote } from './file-note.ts'
import { fileStore } from './file-store.ts'
import { finishFile, type Keep, type Owner } from './finish-file.ts'
import { folderChunkStore } from './folder-chunk-store.ts'
import { largestFile, mostFiles } from './limits.ts'
import { openFileNote } from './open-file.ts'
import { storeFile } from './store-file.ts'

const now = () => new Date('2026-11-22T11:04:05.678Z')
const folder = mkdtempSync(join(tmpdir(), 'signpost-arriving-'))
after(() => rmSync(folder, { recursive: true, force: true }))

describe('A file that arrives unsealed', () => {
  let database: Database
  let stores: FileStores
  let identity: Identity

  before(async () => {
    database = openDatabase(`sqlite:${join(folder, 'signpost.sqlite')}`)
    await migrate(database)
    const files = fileStore(database, tellNews)
    stores = { files, chunks: folderChunkStore(join(folder, 'files'), files) }
    identity = await newIdentity()
  })
  after(() => database.destroy())

  async function receive(): Promise<Owner> {
    const report = sampleReport()
    await reportStore(database).insert(report, now())
    return { report: report.id, recipient: await recipientOf(identity), identity }
  }

  const arrive = (owner: Owner, name: string, bytes: Uint8Array, atMost = largestFile) =>
    storeFile(stores, owner, { name, bytes: pieces(bytes), atMost }, now)

  async function keep(owner: Owner, name: string, bytes: Uint8Array, how: Keep = 'both') {
    const stored = await arrive(owner, name, bytes)
    assert.ok(stored.outcome === 'arrived', stored.outcome)
    return finishFile(stores, owner, { arrived: stored.file, keep: how, place: 1 }, now)
  }

  async function opened(report: ReportId): Promise<{ note: FileNote; bytes: Buffer }[]> {
    const found = []
    for (const file of await stores.files.list(report)) {
      const note = await openFileNote(file, identity)
      assert.ok(note.outcome === 'opened')
      const sealed = ReadableStream.from<Uint8Array>(stores.chunks.read(file.id, file.size))
      const stream = await openStream(sealed, identity)
      assert.ok(stream.outcome === 'opened')
      const bytes = Buffer.from(await new Response(stream.clear).arrayBuffer())
      const { size, sha256 } = note.note
      assert.equal(bytes.length, size)
      assert.equal(createHash('sha256').update(bytes).digest('hex'), sha256)
      found.push({ note: note.note, bytes })
    }
    return found
  }

  test('is kept byte for byte as evidence, with a copy that tells nothing', async () => {
    const owner = await receive()
    const picture = await telltalePicture('jpeg')
    const finished = await keep(owner, 'IMG_20261120.jpg', picture)
    assert.ok(finished.outcome === 'added' && finished.copy === 'made')
    assert.ok(finished.tells.outcome === 'read' && finished.tells.details.length === 4)
    const [original = assert.fail(), copy, ...more] = await opened(owner.report)
    assert.equal(more.length, 0)
    assert.ok(original.bytes.equals(picture))
    const { added, role, sealed, tells, type } = original.note
    assert.deepEqual([added, role, sealed, type], ['2026-11-22', 'original', 'on arrival', 'jpeg'])
    assert.deepEqual(tells, finished.tells)
    assert.deepEqual([copy?.note.role, copy?.note.name], ['cleaned', 'IMG_20261120.jpg'])
    assert.equal(copy?.bytes.includes('Acme'), false)
    const [first, second] = await stores.files.list(owner.report)
    assert.equal(second?.copyOf, first?.id)
  })

  test('leaves only the copy where the reporter wants no more, and not even its name', async () => {
    const owner = await receive()
    const before = readdirSync(join(folder, 'files'))
    const finished = await keep(owner, 'IMG_20261120.jpg', await telltalePicture('jpeg'), 'copy')
    assert.equal(finished.outcome, 'only-copy')
    const [copy, ...more] = await opened(owner.report)
    assert.equal(more.length, 0)
    assert.deepEqual([copy?.note.role, copy?.note.name], ['cleaned', 'picture-1.jpg'])
    assert.deepEqual(copy?.note.tells, { outcome: 'read', details: [] })
    assert.equal(readdirSync(join(folder, 'files')).length, before.length + 1)
  })

  test('is not kept at all where only a copy is wanted and none can be made', async () => {
    const owner = await receive()
    for (const [name, bytes] of [
      ['film.mp4', Buffer.from('\0\0\0\x10ftypisom\0\0\0\0', 'latin1')],
      ['broken.jpg', Buffer.from('\xff\xd8\xff\xe0 no picture', 'latin1')],
    ] as const)
      assert.deepEqual(await keep(owner, name, bytes, 'copy'), { outcome: 'cannot-clean' })
    assert.deepEqual(await stores.files.idsOf(owner.report), [])
    const words = await keep(owner, 'words.txt', Buffer.from('only words'), 'copy')
    assert.ok(words.outcome === 'added' && words.copy === 'not-needed')
  })

  test('says so where a kind cannot be cleaned, and where a picture could not', async () => {
    const owner = await receive()
    const pdf = await keep(owner, 'a.pdf', Buffer.from('%PDF-1.7'))
    assert.deepEqual(pdf, { outcome: 'added', tells: { outcome: 'cannot-read' }, copy: 'cannot' })
    const broken = await keep(owner, 'a.jpg', Buffer.from('\xff\xd8\xff\xe0 no', 'latin1'))
    assert.ok(broken.outcome === 'added' && broken.copy === 'failed')
  })

  test('is refused in words when it is empty, could run, or is one too many', async () => {
    const owner = await receive()
    assert.equal((await arrive(owner, 'a.jpg', Buffer.alloc(0))).outcome, 'empty')
    assert.equal((await arrive(owner, 'a.jpg', Buffer.from('MZ\x90\0'))).outcome, 'runs')
    assert.deepEqual(await stores.files.idsOf(owner.report), [])
    for (let place = 1; place <= mostFiles; place += 1)
      await stores.files.add(
        {
          id: randomUUID() as never,
          report: owner.report,
          size: 1,
          note: '' as never,
          copyOf: undefined,
        },
        now(),
      )
    assert.equal((await arrive(owner, 'a.txt', Buffer.from('x'))).outcome, 'too-many')
    const gone = { ...owner, report: randomUUID() as ReportId }
    assert.equal((await arrive(gone, 'a.txt', Buffer.from('x'))).outcome, 'not-found')
  })

  test('leaves nothing behind when the line drops, the disk is full, or it is too large', async () => {
    const owner = await receive()
    const before = readdirSync(join(folder, 'files'))
    const dropping = { name: 'a.txt', bytes: breaksOff(), atMost: largestFile }
    await assert.rejects(storeFile(stores, owner, dropping, now), /the line dropped/)
    const full: FileStores = {
      ...stores,
      chunks: { ...stores.chunks, open: () => Promise.resolve(fullWriter) },
    }
    const arriving = { name: 'a.txt', bytes: pieces(Buffer.from('words')), atMost: largestFile }
    assert.deepEqual(await storeFile(full, owner, arriving, now), { outcome: 'no-room' })
    const large = await arrive(owner, 'a.txt', Buffer.alloc(300_001, 'words '), 300_000)
    assert.deepEqual(large, { outcome: 'too-large' })
    assert.deepEqual(await stores.files.idsOf(owner.report), [])
    assert.deepEqual(readdirSync(join(folder, 'files')), before)
  })

  test('is never on the disk in clear', async () => {
    const owner = await receive()
    const words = 'the loft above the bakery '.repeat(20_000)
    await keep(owner, 'the-bakery.txt', Buffer.from(words))
    await keep(owner, 'bakery.png', await plainPicture())
    const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
    assert.ok(paths.length > 3)
    for (const path of paths) assert.equal(readFileSync(path).includes('bakery'), false, path)
  })
})

const fullWriter = {
  write: async () => {
    throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
  },
  finish: async () => undefined,
  drop: async () => undefined,
}

async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array, void> {
  for (let from = 0; from < bytes.length; from += 65_536) yield bytes.subarray(from, from + 65_536)
}

async function* breaksOff(): AsyncGenerator<Uint8Array, void> {
  yield Buffer.from('words '.repeat(20_000))
  throw new Error('the line dropped')
}
