import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { before, describe, test } from 'node:test'
import type { FileNote } from '../../files/file-note.ts'
import { type Identity, newIdentity, recipientOf } from '../../sealing/identity.ts'
import { sealStream } from '../../sealing/seal-stream.ts'
import { openDownload } from './open-download.ts'

describe('A file that an officer downloads', () => {
  let key: Identity
  before(async () => {
    key = await newIdentity()
  })

  const sealed = async (bytes: Buffer): Promise<Buffer> => {
    const stream = await sealStream(ReadableStream.from([bytes]), [await recipientOf(key)])
    return Buffer.from(await new Response(stream).arrayBuffer())
  }
  const take = (bytes: Buffer, note: FileNote | undefined, seen: number[] = []) =>
    openDownload(ReadableStream.from([bytes]), {
      key,
      note,
      place: 3,
      onProgress: (count) => void seen.push(count),
    })

  test('is the very file that the note speaks of, under a name that cannot harm', async () => {
    const clear = Buffer.concat([
      Buffer.from('\xff\xd8\xff\xe0', 'latin1'),
      Buffer.alloc(20_000_000),
    ])
    const seen: number[] = []
    const opened = await take(await sealed(clear), noteOf(clear, 'photo\u202egpj.exe'), seen)
    assert.ok(opened.outcome === 'opened')
    assert.ok(Buffer.from(await opened.file.arrayBuffer()).equals(clear))
    assert.equal(opened.file.type, 'application/octet-stream')
    assert.deepEqual([opened.name, opened.runs], ['photogpj.exe.jpg', false])
    assert.equal(seen.length, 2)
  })

  test('is judged by its bytes, whatever a stranger’s browser wrote in the note', async () => {
    const programme = Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1')
    const opened = await take(await sealed(programme), noteOf(programme, 'holiday.jpg'))
    assert.ok(opened.outcome === 'opened')
    assert.deepEqual([opened.name, opened.runs], ['holiday.jpg.bin', true])
    const page = Buffer.from('<html><script>alert(1)</script>')
    const other = await take(await sealed(page), noteOf(page, 'words.txt'))
    assert.ok(other.outcome === 'opened')
    assert.deepEqual([other.name, other.runs], ['words.txt.bin', true])
    const nameless = await take(await sealed(programme), undefined)
    assert.ok(nameless.outcome === 'opened')
    assert.equal(nameless.name, 'file-3.bin')
  })

  test('is not saved when it is another than the note says, or its seal is damaged', async () => {
    const clear = Buffer.alloc(200_000, 'words ')
    const note = noteOf(Buffer.from('others'), 'words.txt')
    assert.deepEqual(await take(await sealed(clear), note), { outcome: 'changed' })
    const whole = await sealed(clear)
    const cut = await take(whole.subarray(0, 150_000), noteOf(clear, 'words.txt'))
    assert.deepEqual(cut, { outcome: 'damaged' })
    assert.deepEqual(await take(Buffer.from('no seal'), undefined), { outcome: 'damaged' })
    const stranger = await sealStream(ReadableStream.from([clear]), [
      await recipientOf(await newIdentity()),
    ])
    const foreign = Buffer.from(await new Response(stranger).arrayBuffer())
    assert.deepEqual(await take(foreign, undefined), { outcome: 'damaged' })
  })
})

function noteOf(bytes: Buffer, name: string): FileNote {
  return {
    kind: 'signpost file',
    version: 1,
    name,
    type: 'jpeg',
    nameFits: true,
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    role: 'original',
    tells: { outcome: 'read', details: [] },
    added: '2026-11-22',
    sealed: 'on arrival',
  }
}
