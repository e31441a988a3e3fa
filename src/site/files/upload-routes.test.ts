import assert from 'node:assert/strict'
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { connect } from 'node:net'
import { after, before, describe, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { type OpenSite, openWholeSite } from '../../../test/open-site.ts'
import { sendForReceipt } from '../../../test/send-report.ts'
import { type FileNote, writeFileNote } from '../../files/file-note.ts'
import { largestPiece, largestSealedFile } from '../../files/limits.ts'
import { openFileNote } from '../../files/open-file.ts'
import { openEnvelope } from '../../mailbox/open-mailbox.ts'
import { mailboxHash } from '../../reports/mailbox.ts'
import { type Identity, recipientOf } from '../../sealing/identity.ts'
import { mailboxName, newReceipt, type Receipt } from '../../sealing/receipt.ts'
import { seal } from '../../sealing/seal.ts'
import { openStream, sealStream } from '../../sealing/seal-stream.ts'
import { siteStores } from '../../stores.ts'

const now = new Date('2026-11-22T11:04:05.678Z')
const said = { role: { role: 'other' }, consent: { consent: 'share' }, what: { what: 'Six' } }

describe('A browser that seals its files', () => {
  let site: OpenSite
  let receipt: Receipt
  let name = ''
  let identity: Identity
  let note = ''

  before(async () => {
    site = await openWholeSite()
    await site.openDesk()
    ;({ receipt } = await sendForReceipt(site.database, said, { now }))
    name = mailboxName(receipt)
    const mailbox = await findMailbox()
    identity = (await openEnvelope(receipt, mailbox.envelope)) ?? assert.fail()
    note = await newNote()
  })
  after(() => site.close())

  const newNote = async () =>
    seal(writeFileNote(sample(Buffer.from('x'))), [await recipientOf(identity)])
  const stores = () => siteStores(site.database)
  const findMailbox = async () =>
    (await stores().mailboxes.find('signpost', mailboxHash(receipt, Buffer.alloc(32, 7)))) ??
    assert.fail('no mailbox')

  const own = { host: 'localhost', 'sec-fetch-site': 'same-origin' }
  const begin = (body: object, headers: Record<string, string> = {}) =>
    site.app.inject({
      method: 'POST',
      url: '/b/s/files',
      headers: { ...own, 'content-type': 'application/json', ...headers },
      payload: JSON.stringify({ name, note, size: 100, ...body }),
    })
  const ask = (method: 'HEAD' | 'DELETE', id: string, as = name) =>
    site.app.inject({ method, url: `/b/s/files/${id}`, headers: { ...own, 'mailbox-name': as } })
  const bring = (id: string, offset: number | string, payload: Buffer, as = name) =>
    site.app.inject({
      method: 'PATCH',
      url: `/b/s/files/${id}`,
      headers: {
        ...own,
        'mailbox-name': as,
        'upload-offset': String(offset),
        'content-type': 'application/offset+octet-stream',
      },
      payload,
    })
  const begun = async (body: object = {}) => {
    const answer = await begin(body)
    assert.equal(answer.statusCode, 201, answer.body)
    return answer.json<{ id: string }>().id
  }
  const offsetOf = async (id: string) => Number((await ask('HEAD', id)).headers['upload-offset'])

  test('brings them piece by piece, and an officer with the key has the very same bytes', async () => {
    const clear = randomBytes(200_000)
    const sealed = await sealStream(ReadableStream.from([clear]), [await recipientOf(identity)])
    const bytes = Buffer.from(await new Response(sealed).arrayBuffer())
    const about = await seal(writeFileNote(sample(clear)), [await recipientOf(identity)])
    const id = await begun({ note: about, size: bytes.length })
    for (let from = 0; from < bytes.length; from += 70_000) {
      const answer = await bring(id, from, bytes.subarray(from, from + 70_000))
      assert.equal(answer.statusCode, 204)
      assert.equal(answer.headers['cache-control'], 'no-store')
      const offset = Math.min(bytes.length, from + 70_000)
      assert.equal(answer.headers['upload-offset'], String(offset))
      assert.equal(await offsetOf(id), offset)
    }
    const { report } = await findMailbox()
    const file = (await stores().files.list(report)).find((one) => one.id === id)
    assert.ok(file !== undefined)
    const opened = await openFileNote(file, identity)
    assert.ok(opened.outcome === 'opened')
    const stored = ReadableStream.from<Uint8Array>(stores().chunks.read(file.id, file.size))
    const stream = await openStream(stored, identity)
    assert.ok(stream.outcome === 'opened')
    const again = Buffer.from(await new Response(stream.clear).arrayBuffer())
    assert.equal(createHash('sha256').update(again).digest('hex'), opened.note.sha256)
    assert.equal((await ask('DELETE', id)).statusCode, 409, 'what officers see is not taken away')
  })

  test('is told the true place when it is at another, and goes on from there', async () => {
    const id = await begun({ size: 30 })
    assert.equal((await bring(id, 0, Buffer.alloc(10))).statusCode, 204)
    for (const wrong of [0, 5, 11]) {
      const answer = await bring(id, wrong, Buffer.alloc(5))
      assert.equal(answer.statusCode, 409)
      assert.equal(answer.headers['upload-offset'], '10')
    }
    assert.equal((await bring(id, 10, Buffer.alloc(20))).statusCode, 204)
    const late = await bring(id, 30, Buffer.alloc(1))
    assert.equal(late.statusCode, 409)
    assert.equal(late.headers['upload-offset'], '30')
  })

  test('brings a whole piece at once, and no more than that', async () => {
    const id = await begun({ size: largestPiece + 100 })
    assert.equal((await bring(id, 0, Buffer.alloc(largestPiece + 1))).statusCode, 413)
    assert.equal(await offsetOf(id), 0)
    assert.equal((await bring(id, 0, Buffer.alloc(largestPiece))).statusCode, 204)
    assert.equal((await bring(id, largestPiece, Buffer.alloc(101))).statusCode, 413)
    assert.equal((await ask('DELETE', id)).statusCode, 204)
    assert.equal((await ask('HEAD', id)).statusCode, 404)
  })

  test('loses its line in the middle of a piece, and what came is safe', async () => {
    const id = await begun({ size: 1_000_000 })
    await site.app.listen({ host: '127.0.0.1', port: 0 })
    const address = site.app.server.address()
    const socket = connect(typeof address === 'object' && address ? address.port : 0, '127.0.0.1')
    const head = Object.entries({
      ...own,
      'mailbox-name': name,
      'upload-offset': '0',
      'content-type': 'application/offset+octet-stream',
      'content-length': '1000000',
    }).map(([field, value]) => `${field}: ${value}\r\n`)
    socket.write(`PATCH /b/s/files/${id} HTTP/1.1\r\n${head.join('')}\r\n`)
    const bytes = randomBytes(1_000_000)
    socket.write(bytes.subarray(0, 400_000))
    await pause(300)
    socket.destroy()
    for (let tries = 0; tries < 50 && (await offsetOf(id)) === 0; tries += 1) await pause(50)
    const offset = await offsetOf(id)
    assert.ok(offset > 0 && offset <= 400_000, String(offset))
    assert.equal((await bring(id, offset, bytes.subarray(offset))).statusCode, 204)
    const { report } = await findMailbox()
    const file = (await stores().files.list(report)).find((one) => one.id === id)
    const pieces: Uint8Array[] = []
    for await (const piece of stores().chunks.read(file?.id ?? assert.fail(), 1_000_000))
      pieces.push(piece)
    assert.ok(Buffer.concat(pieces).equals(bytes))
    assert.doesNotMatch(JSON.stringify(site.logged), /failed/)
  })

  test('reaches the files of its own report alone', async () => {
    const other = await sendForReceipt(site.database, said, { now })
    const id = await begun()
    const stranger = mailboxName(other.receipt)
    for (const as of [stranger, mailboxName(newReceipt()), 'x', '']) {
      assert.equal((await ask('HEAD', id, as)).statusCode, 404)
      assert.equal((await ask('DELETE', id, as)).statusCode, 404)
      assert.equal((await bring(id, 0, Buffer.alloc(1), as)).statusCode, 404)
    }
    assert.equal((await ask('HEAD', randomUUID())).statusCode, 404)
    assert.equal((await ask('HEAD', '..%2f..%2fetc')).statusCode, 404)
    assert.equal((await begin({ name: mailboxName(newReceipt()) })).statusCode, 404)
    const copy = await begin({ name: stranger, copyOf: id })
    assert.equal(copy.statusCode, 404)
    assert.equal((await begin({ copyOf: id, note: await newNote() })).statusCode, 201)
    assert.equal((await begin({ copyOf: id, note: await newNote() })).statusCode, 422)
  })

  test('begins again, after an answer that was lost, what it had begun', async () => {
    const note = await newNote()
    const original = await begun({ note })
    assert.equal(await begun({ note }), original)
    const copy = { note: await newNote(), copyOf: original }
    const first = await begun(copy)
    assert.equal(await begun(copy), first)
    assert.notEqual(first, original)
    assert.equal((await bring(first, 0, Buffer.alloc(10))).statusCode, 204)
    assert.equal((await begin(copy)).statusCode, 422, 'it was begun, and goes on from there')
  })

  test('is refused what no page of ours sends', async () => {
    for (const body of [
      { note: 'in clear' },
      { size: 0 },
      { size: 1.5 },
      { size: largestSealedFile + 1 },
      { name: 'x' },
      { extra: 1 },
      { copyOf: '../..' },
    ])
      assert.equal((await begin(body)).statusCode, 422, JSON.stringify(body))
    assert.equal((await begin({}, { 'sec-fetch-site': 'cross-site' })).statusCode, 403)
    const id = await begun()
    for (const offset of ['', '-1', '1e3', 'x'])
      assert.equal((await bring(id, offset, Buffer.alloc(1))).statusCode, 400)
    const form = await site.app.inject({
      method: 'PATCH',
      url: `/b/s/files/${id}`,
      headers: { ...own, 'mailbox-name': name, 'content-type': 'text/plain' },
      payload: 'x',
    })
    assert.equal(form.statusCode, 415)
  })

  test('is told to wait when the database is away, and nothing is said of it in the log', async () => {
    const broken = await openWholeSite()
    await broken.openDesk()
    const sent = await sendForReceipt(broken.database, said, { now })
    await broken.database.schema.dropTable('report_files').execute()
    const answer = await broken.app.inject({
      method: 'POST',
      url: '/b/s/files',
      headers: { ...own, 'content-type': 'application/json' },
      payload: JSON.stringify({ name: mailboxName(sent.receipt), note, size: 100 }),
    })
    assert.ok(answer.statusCode >= 500)
    assert.match(answer.body, /problem/)
    assert.doesNotMatch(JSON.stringify(broken.logged), new RegExp(mailboxName(sent.receipt)))
    await broken.close()
  })
})

function sample(bytes: Buffer): FileNote {
  return {
    kind: 'signpost file',
    version: 1,
    name: 'photo.jpg',
    type: 'jpeg',
    nameFits: true,
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    role: 'original',
    tells: { outcome: 'read', details: [] },
    added: '2026-11-22',
    sealed: 'in the browser',
  }
}
