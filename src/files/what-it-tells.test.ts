import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { plainPicture, telltalePicture } from '../../test/sample-pictures.ts'
import { type FileNote, readFileNote, writeFileNote } from './file-note.ts'
import { kindOf } from './kinds.ts'
import { whatItTells } from './what-it-tells.ts'

describe('What a picture tells', () => {
  test('is the place, the time, the phone and the owner, in every kind that phones make', async () => {
    for (const format of ['jpeg', 'png', 'webp', 'avif'] as const) {
      const told = whatItTells(kindOf(format), await telltalePicture(format))
      assert.ok(told.outcome === 'read', format)
      const [place, ...others] = told.details
      assert.ok(place?.what === 'place', format)
      assert.ok(Math.abs(place.latitude - 51.51) < 0.001)
      assert.ok(Math.abs(place.longitude + 0.1167) < 0.001)
      assert.deepEqual(others, [
        { what: 'time', text: '2026-11-20 10:11:12' },
        { what: 'device', text: 'Acme Phone 9 SN-12345' },
        { what: 'author', text: 'Sam Field' },
      ])
    }
  })

  test('is nothing, where there is nothing in it', async () => {
    const told = whatItTells(kindOf('jpeg'), await plainPicture())
    assert.deepEqual(told, { outcome: 'read', details: [] })
  })

  test('is unknown where we cannot look', async () => {
    for (const kind of ['mp4', 'pdf', 'docx', 'mp3', 'other'] as const)
      assert.deepEqual(whatItTells(kindOf(kind), new Uint8Array(99)), { outcome: 'cannot-read' })
    const nonsense = new TextEncoder().encode('this is no picture at all')
    assert.deepEqual(whatItTells(kindOf('jpeg'), nonsense), { outcome: 'cannot-read' })
    const text = whatItTells(kindOf('text'), new Uint8Array(99))
    assert.deepEqual(text, { outcome: 'read', details: [] })
  })

  test('never breaks us, however a picture is damaged', async () => {
    const whole = await telltalePicture('jpeg')
    const places = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 12 })
    const property = fc.property(places, (changes) => {
      const damaged = Uint8Array.from(whole)
      for (const [place, byte] of changes) damaged[place] = byte
      whatItTells(kindOf('jpeg'), damaged)
    })
    fc.assert(property, { numRuns: 200, interruptAfterTimeLimit: 5_000 })
  })
})

describe('The note of a file', () => {
  const note: FileNote = {
    kind: 'signpost file',
    version: 1,
    name: 'photo.jpg',
    type: 'jpeg',
    nameFits: true,
    size: 12_345,
    sha256: 'a'.repeat(64),
    role: 'original',
    tells: { outcome: 'read', details: [{ what: 'place', latitude: 51.5, longitude: -0.1 }] },
    added: '2026-11-22',
    sealed: 'on arrival',
  }

  test('reads as it was written, and is as long as any other', () => {
    assert.deepEqual(readFileNote(writeFileNote(note)), note)
    const longer = { ...note, name: 'a much longer name of a file.jpg' }
    assert.equal(writeFileNote(longer).length, writeFileNote(note).length)
  })

  test('is not believed where a stranger’s browser wrote something else', () => {
    assert.equal(readFileNote('not JSON'), undefined)
    for (const own of [
      { type: 'exe' },
      { size: -1 },
      { sha256: '<script>' },
      { tells: { outcome: 'read', details: [{ what: 'place', latitude: 1e9, longitude: 0 }] } },
      { name: 'x'.repeat(2_000) },
    ])
      assert.equal(readFileNote(JSON.stringify({ ...note, ...own })), undefined)
  })
})
