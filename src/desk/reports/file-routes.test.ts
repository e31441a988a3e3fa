import assert from 'node:assert/strict'
import { randomBytes, randomUUID } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import { openPeopledDesk, type PeopledDesk } from '../../../test/peopled-desk.ts'
import type { FileId } from '../../files/stored-file.ts'
import type { Sealed } from '../../sealing/seal.ts'

describe('The files of a report, at the desk', () => {
  let desk: PeopledDesk
  const bytes = randomBytes(600_000)
  const id = randomUUID() as FileId

  before(async () => {
    desk = await openPeopledDesk()
    const { files, chunks } = desk.stores
    const row = { report: desk.report.id, note: 'sealed note' as Sealed, copyOf: undefined }
    await files.add({ ...row, id, size: bytes.length }, desk.clock.now)
    await files.add({ ...row, id: randomUUID() as FileId, size: 9 }, desk.clock.now)
    const writer = await chunks.open(id, 0, () => desk.clock.now)
    await writer.write(bytes)
    await writer.finish()
  })
  after(() => desk.close())

  const openings = () => `/reports/${desk.report.id}/openings`
  const downloads = (file: string, report: string = desk.report.id) =>
    `/reports/${report}/files/${file}/downloads`
  const acts = async () => {
    const all = await desk.stores.reports.activities('main', desk.report.id)
    return all.filter(({ act }) => act === 'downloaded').map(({ officer }) => officer)
  }

  test('come with the report, sealed, and only when they are whole', async () => {
    const answer = await desk.ask('POST', openings(), { as: desk.ben, json: {} })
    const { files } = answer.json<{ files: unknown[] }>()
    assert.deepEqual(files, [{ id, place: 1, note: 'sealed note', size: bytes.length }])
  })

  test('leave the server as they lie there, after it was written down who took them', async () => {
    const answer = await desk.ask('POST', downloads(id), { as: desk.ben, json: {} })
    assert.equal(answer.statusCode, 200)
    assert.ok(answer.rawPayload.equals(bytes))
    assert.equal(answer.headers['content-type'], 'application/octet-stream')
    assert.equal(answer.headers['x-content-type-options'], 'nosniff')
    assert.equal(answer.headers['cache-control'], 'no-store')
    assert.deepEqual(await acts(), [desk.ben.officer.id])
    const page = await desk.ask('GET', `/reports/${desk.report.id}`, { as: desk.ana })
    assert.match(page.body, /Ben downloaded a file/)
    assert.match(page.body, /The reporter added a file/)
  })

  test('do not leave it when that could not be written down', async () => {
    await desk.database.schema.alterTable('activities').renameTo('elsewhere').execute()
    const answer = await desk.ask('POST', downloads(id), { as: desk.ben, json: {} })
    await desk.database.schema.alterTable('elsewhere').renameTo('activities').execute()
    assert.ok(answer.statusCode >= 500)
    assert.equal(answer.rawPayload.includes(bytes.subarray(0, 20)), false)
  })

  test('are for officers of their own desk, and for nobody else', async () => {
    const before = await acts()
    const asked = [
      desk.ask('POST', downloads(id), { as: desk.eve, json: {} }),
      desk.ask('POST', downloads(randomUUID()), { as: desk.ben, json: {} }),
      desk.ask('POST', downloads(id, randomUUID()), { as: desk.ben, json: {} }),
      desk.ask('POST', downloads('..%2f..%2fsecret-key'), { as: desk.ben, json: {} }),
    ]
    for (const answer of await Promise.all(asked)) assert.equal(answer.statusCode, 404)
    const nobody = await desk.ask('POST', downloads(id), { json: {} })
    assert.equal(nobody.statusCode, 401)
    assert.equal((await desk.ask('GET', downloads(id), { as: desk.ben })).statusCode, 405)
    assert.deepEqual(await acts(), before)
  })
})
