import assert from 'node:assert/strict'
import { randomBytes, randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { contract } from '../../test/contract.ts'
import { sampleReport } from '../../test/sample-report.ts'
import type { Database } from '../database/database.ts'
import { tellNews } from '../mailbox/message-store.ts'
import { reportStore } from '../reports/report-store.ts'
import type { NewReport, ReportId } from '../reports/stored-report.ts'
import type { Sealed } from '../sealing/seal.ts'
import { siteStores } from '../stores.ts'
import { addFile, hasRoom } from './add-file.ts'
import type { ChunkStore } from './chunk-store.ts'
import { databaseChunkStore } from './database-chunk-store.ts'
import { expireFiles, sweepFiles } from './expire-files.ts'
import { fileStore } from './file-store.ts'
import { folderChunkStore } from './folder-chunk-store.ts'
import { keptFree, largestPiece, largestSealedFile, mostBytes, mostFiles } from './limits.ts'
import type { FileId, StoredFile } from './stored-file.ts'
import { type TakenPiece, takePiece } from './take-piece.ts'
import { destroyFile } from './withdraw-files.ts'

const now = new Date('2026-11-22T11:04:05.678Z')
const tomorrow = new Date('2026-11-23T11:04:05.678Z')
const note = 'sealed note' as Sealed
const base = mkdtempSync(join(tmpdir(), 'signpost-files-'))
const folder = join(base, 'files')

type Stores = readonly (readonly [string, (database: Database) => ChunkStore])[]

contract('Files', (database) => {
  const own = join(base, randomUUID())
  const stores: Stores = [
    ['a folder', (one) => folderChunkStore(own, fileStore(one, tellNews))],
    ['the database', (one) => databaseChunkStore(one, tellNews)],
  ]
  for (const [where, open] of stores) {
    const files = () => fileStore(database(), tellNews)
    const chunks = () => open(database())
    const both = () => ({ files: files(), chunks: chunks() })

    async function receive(): Promise<NewReport> {
      const report = sampleReport({ desk: `desk-${randomUUID()}` })
      await reportStore(database()).insert(report, now)
      return report
    }

    async function begin(report: ReportId, size: number, copyOf?: FileId): Promise<FileId> {
      const begun = await addFile(both(), { report, size, note, copyOf }, now)
      assert.ok(begun.outcome === 'begun', begun.outcome)
      return begun.id
    }

    const find = async (report: ReportId, id: FileId, at = now): Promise<StoredFile> =>
      (await files().find(report, id, at)) ?? assert.fail('the file is gone')

    async function bring(report: ReportId, id: FileId, bytes: Uint8Array): Promise<TakenPiece> {
      return takePiece(both(), await find(report, id), pieces(bytes), () => now)
    }

    async function bytesOf({ id, stored }: StoredFile): Promise<Buffer> {
      return all(chunks().read(id, stored))
    }

    test(`in ${where}: what comes in pieces is whole when all of it has come`, async () => {
      const { id: report, desk } = await receive()
      const bytes = randomBytes(700_001)
      const id = await begin(report, bytes.length)
      assert.deepEqual(await bring(report, id, bytes.subarray(0, 300_000)), taken(300_000))
      assert.deepEqual(await files().list(report), [], 'an unfinished file is not shown')
      assert.deepEqual(await bring(report, id, bytes.subarray(300_000)), taken(bytes.length))
      const file = await find(report, id)
      assert.equal(file.complete, true)
      assert.deepEqual(await files().list(report), [file])
      assert.ok((await bytesOf(file)).equals(bytes))
      const seen = await reportStore(database()).find(desk, report)
      assert.deepEqual([seen?.hasFiles, seen?.hasNews], [true, true])
      const acts = await reportStore(database()).activities(desk, report)
      assert.deepEqual(acts.map(({ act, at }) => `${act} ${at}`).sort(), [
        'added 2026-11-22',
        'received 2026-11-22',
      ])
    })

    test(`in ${where}: where the line drops, what came is safe, and the rest follows it`, async () => {
      const { id: report } = await receive()
      const bytes = randomBytes(500_000)
      const id = await begin(report, bytes.length)
      const dropped = await takePiece(
        both(),
        await find(report, id),
        breaksOff(pieces(bytes.subarray(0, 123_456))),
        () => now,
      )
      assert.deepEqual(dropped, taken(123_456))
      await bring(report, id, bytes.subarray(123_456))
      assert.ok((await bytesOf(await find(report, id))).equals(bytes))
    })

    test(`in ${where}: of two who bring the same bytes at once, one counts and nothing is lost`, async () => {
      const { id: report } = await receive()
      const bytes = randomBytes(400_000)
      const id = await begin(report, bytes.length)
      const seen = await find(report, id)
      const outcomes = await Promise.all([
        takePiece(both(), seen, pieces(bytes), () => now),
        takePiece(both(), seen, breaksOff(pieces(bytes.subarray(0, 150_000))), () => now),
      ])
      assert.ok(outcomes.some(({ outcome }) => outcome === 'taken'))
      const { stored } = await find(report, id)
      if (stored < bytes.length) await bring(report, id, bytes.subarray(stored))
      assert.ok((await bytesOf(await find(report, id))).equals(bytes))
    })

    test(`in ${where}: more than was said to come is refused, and nothing of it counts`, async () => {
      const { id: report } = await receive()
      const id = await begin(report, 100)
      assert.deepEqual(await bring(report, id, randomBytes(101)), { outcome: 'too-long' })
      assert.equal((await find(report, id)).stored, 0)
      const large = await begin(report, 2 * largestPiece)
      const refused = await bring(report, large, Buffer.alloc(largestPiece + 1))
      assert.deepEqual(refused, { outcome: 'too-long' })
      assert.ok((await find(report, large)).stored <= largestPiece)
    })

    test(`in ${where}: what is not finished within a day is destroyed, and nothing else is`, async () => {
      const { id: report } = await receive()
      const [left, whole] = [await begin(report, 10), await begin(report, 5)]
      await bring(report, left, randomBytes(5))
      await bring(report, whole, randomBytes(5))
      assert.equal(await files().find(report, left, tomorrow), undefined)
      await expireFiles(both(), tomorrow)
      assert.deepEqual(await files().idsOf(report), [whole])
      assert.equal(await noBytes(chunks(), left), true)
      assert.equal((await bytesOf(await find(report, whole))).length, 5)
    })

    test(`in ${where}: what belongs to a report that was taken back is destroyed, byte for byte`, async () => {
      const [one, other] = [await receive(), await receive()]
      const ids = [await begin(one.id, 300_000), await begin(one.id, 10)]
      for (const id of ids) await bring(one.id, id, randomBytes(7))
      const kept = await begin(other.id, 3)
      await bring(other.id, kept, randomBytes(3))
      const { site, mailbox } = one
      const means = siteStores(database(), chunks())
      const removed = await means.withdrawals.remove({ site, mailbox }, now)
      await means.destroyFiles(removed?.files ?? [])
      assert.deepEqual(await files().idsOf(one.id), [])
      for (const id of ids) assert.equal(await noBytes(chunks(), id), true)
      assert.equal((await bytesOf(await find(other.id, kept))).length, 3)
    })

    test(`in ${where}: whoever still brings bytes of a destroyed file is told that it is gone`, async () => {
      const { id: report } = await receive()
      const id = await begin(report, 10)
      const seen = await find(report, id)
      await destroyFile(both(), id)
      const late = await takePiece(both(), seen, pieces(randomBytes(5)), () => now)
      assert.deepEqual(late, { outcome: 'moved' })
      await sweepFiles(both())
      assert.equal(await noBytes(chunks(), id), true)
    })
  }

  test('a service that was started on another database leaves a folder alone', async () => {
    const elsewhere = folderChunkStore(join(base, randomUUID()), { advance: async () => true })
    const id = randomUUID() as FileId
    const writer = await elsewhere.open(id, 0, () => now)
    await writer.write(randomBytes(10))
    await writer.finish()
    await sweepFiles({ files: fileStore(database(), tellNews), chunks: elsewhere })
    assert.equal(await noBytes(elsewhere, id), false)
  })

  test('a report holds so many files and bytes, one copy of each, and only its own', async () => {
    const files = fileStore(database(), tellNews)
    const report = sampleReport()
    const id = report.id
    await reportStore(database()).insert(report, now)
    const add = (size: number, copyOf?: FileId, of = id) =>
      files.add({ id: randomUUID() as FileId, report: of, size, note, copyOf }, now)
    assert.equal(await add(mostBytes + 1), 'too-much')
    for (let place = 1; place <= mostFiles; place += 1) assert.equal(await add(1), 'added')
    assert.equal(await add(1), 'too-many')
    const [original = assert.fail()] = await files.idsOf(id)
    assert.equal(await add(1, original), 'added')
    assert.equal(await add(1, original), 'too-many')
    assert.equal(await add(1, randomUUID() as FileId), 'not-found')
    assert.equal(await add(1, undefined, randomUUID() as ReportId), 'not-found')
  })

  test('two who add at once both have a place', async () => {
    const files = fileStore(database(), tellNews)
    const report = sampleReport()
    await reportStore(database()).insert(report, now)
    const add = () =>
      files.add(
        { id: randomUUID() as FileId, report: report.id, size: 1, note, copyOf: undefined },
        now,
      )
    assert.deepEqual(await Promise.all([add(), add(), add()]), ['added', 'added', 'added'])
  })

  test('nobody takes a file away unless it is of their desk, and that is written down first', async () => {
    const files = fileStore(database(), tellNews)
    const report = sampleReport({ desk: 'harbour-desk' })
    await reportStore(database()).insert(report, now)
    const id = randomUUID() as FileId
    await files.add({ id, report: report.id, size: 0, note, copyOf: undefined }, now)
    const download = { desk: 'harbour-desk', report: report.id, file: id, officer: 'ada', at: now }
    assert.equal(await files.recordDownload(download), undefined, 'it is not whole yet')
    await files.finish(id, note, now)
    assert.equal(await files.recordDownload({ ...download, desk: 'main' }), undefined)
    const elsewhere = { ...download, report: randomUUID() as ReportId }
    assert.equal(await files.recordDownload(elsewhere), undefined)
    assert.equal((await files.recordDownload(download))?.id, id)
    const acts = await reportStore(database()).activities('harbour-desk', report.id)
    const [last] = acts.filter(({ act }) => act === 'downloaded')
    assert.deepEqual([last?.officer, last?.at], ['ada', now.toISOString()])
  })
})

test('the folder is for its owner alone, and holds no name but ours', async () => {
  const lost = folderChunkStore(folder, { advance: async () => true })
  const id = randomUUID() as FileId
  const writer = await lost.open(id, 0, () => now)
  await writer.write(Buffer.alloc(10))
  await writer.finish()
  assert.equal(statSync(folder).mode & 0o777, 0o700)
  assert.deepEqual(readdirSync(folder), [id])
  assert.equal(statSync(join(folder, id)).mode & 0o077, 0)
  truncateSync(join(folder, id), 4)
  await assert.rejects(all(lost.read(id, 10)), /shorter than what was recorded/)
  await lost.remove(id)
  assert.equal(existsSync(join(folder, id)), false)
  rmSync(base, { recursive: true })
})

test('files leave enough of the disk for reports', async () => {
  const room = (bytes: number | undefined) => ({ room: async () => bytes })
  assert.equal(await hasRoom(room(keptFree + 100), 100), true)
  assert.equal(await hasRoom(room(keptFree + 100), 101), false)
  assert.equal(await hasRoom(room(undefined), 101), true)
  const full = { chunks: { ...room(keptFree) } as unknown as ChunkStore, files: {} as never }
  const file = { report: randomUUID() as ReportId, note, copyOf: undefined }
  assert.deepEqual(await addFile(full, { ...file, size: 1 }, now), { outcome: 'no-room' })
  const large = await addFile(full, { ...file, size: largestSealedFile + 1 }, now)
  assert.deepEqual(large, { outcome: 'too-large' })
})

function taken(offset: number): TakenPiece {
  return { outcome: 'taken', offset }
}

async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array, void> {
  for (let from = 0; from < bytes.length; from += 65_536) yield bytes.subarray(from, from + 65_536)
}

async function* breaksOff(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  yield* bytes
  throw new Error('the line dropped')
}

async function noBytes(chunks: ChunkStore, id: FileId): Promise<boolean> {
  return all(chunks.read(id, 1)).then(
    () => false,
    () => true,
  )
}

async function all(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const read: Uint8Array[] = []
  for await (const piece of bytes) read.push(piece)
  return Buffer.concat(read)
}
