import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { downloadName, tidyFileName } from './file-name.ts'
import { kindOf, kinds } from './kinds.ts'
import { recognise, tellingBytes } from './recognise.ts'

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))
const box = (brand: string, ...more: string[]) =>
  bytes(`\0\0\0${String.fromCharCode(16 + 4 * more.length)}ftyp${brand}\0\0\0\0${more.join('')}`)
const zip = (...names: string[]) =>
  bytes(names.map((n) => `PK\x03\x04${'.'.repeat(26)}${n}`).join('data'))
const oldOffice = bytes('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and so on')

const samples: readonly (readonly [name: string, start: Uint8Array, kind: string])[] = [
  ['a.JPG', bytes('\xff\xd8\xff\xe0 JFIF'), 'jpeg'],
  ['a.png', bytes('\x89PNG\r\n\x1a\n'), 'png'],
  ['a.webp', bytes('RIFF\x01\x02\x03\x04WEBPVP8 '), 'webp'],
  ['a.gif', bytes('GIF89a'), 'gif'],
  ['a.heic', box('heic', 'mif1'), 'heic'],
  ['a.heif', box('mif1', 'heic'), 'heic'],
  ['a.avif', box('avif', 'mif1'), 'avif'],
  ['a.mp4', box('isom', 'iso2', 'mp41'), 'mp4'],
  ['a.mov', box('qt  '), 'mov'],
  ['a.mov', bytes('\0\0\x10\0moov'), 'mov'],
  ['a.3gp', box('3gp5'), '3gp'],
  ['a.m4a', box('M4A ', 'mp42'), 'm4a'],
  ['a.m4a', box('mp42'), 'm4a'],
  ['a.webm', bytes('\x1a\x45\xdf\xa3\x01\0\0\0\0\0\0\x1f\x42\x82\x84webm'), 'webm'],
  ['a.mp3', bytes('ID3\x04'), 'mp3'],
  ['a.mp3', bytes('\xff\xfb\x90'), 'mp3'],
  ['a.aac', bytes('\xff\xf1\x50'), 'aac'],
  ['a.opus', bytes('OggS\0\x02'), 'ogg'],
  ['a.wav', bytes('RIFF\x01\x02\x03\x04WAVEfmt '), 'wav'],
  ['a.amr', bytes('#!AMR\n'), 'amr'],
  ['a.pdf', bytes('%PDF-1.7\n'), 'pdf'],
  ['a.docx', zip('[Content_Types].xml', 'word/document.xml'), 'docx'],
  ['a.xlsx', zip('[Content_Types].xml', '_rels/.rels'), 'xlsx'],
  ['a.pptx', zip('[Content_Types].xml', 'ppt/presentation.xml'), 'pptx'],
  ['a.odt', zip('mimetypeapplication/vnd.oasis.opendocument.textPK'), 'odt'],
  ['a.ods', zip('mimetypeapplication/vnd.oasis.opendocument.spreadsheetPK'), 'ods'],
  ['a.doc', oldOffice, 'doc'],
  ['a.xls', oldOffice, 'xls'],
  ['a.ppt', oldOffice, 'ppt'],
  ['a.txt', bytes('We met him at the bus station.\r\n'), 'text'],
  ['notes', new TextEncoder().encode('Er sagte: „Komm her“ — 门'), 'text'],
  ['a.txt', bytes('\xff\xfeH\0i\0'), 'text'],
  ['a.zip', zip('photo.jpg'), 'other'],
  ['a.7z', bytes('7z\xbc\xaf\x27\x1c\0\x04'), 'other'],
]

describe('A file that somebody adds', () => {
  test('is recognised by its first bytes', () => {
    for (const [name, start, kind] of samples) {
      const found = recognise(name, start)
      assert.ok(found.outcome === 'taken', name)
      assert.equal(found.kind.name, kind, name)
      assert.equal(found.nameFits, true, name)
    }
    const seen = new Set(samples.map(([, , kind]) => kind))
    for (const { name } of kinds) assert.ok(seen.has(name), `no sample of ${name}`)
  })

  test('is believed by its bytes, where its name says another kind', () => {
    for (const [name, start, kind] of [
      ['IMG-2026-WA0001.jpg', bytes('RIFF\x01\x02\x03\x04WEBPVP8 '), 'webp'],
      ['letter.pdf', bytes('\xff\xd8\xff\xe0'), 'jpeg'],
      ['photo.jpg', bytes('only words'), 'text'],
      ['photo.jpg', bytes('\0\x01\x02\x03'), 'other'],
      ['www.example.com', bytes('\xff\xd8\xff\xe0'), 'jpeg'],
    ] as const) {
      const found = recognise(name, start)
      assert.ok(found.outcome === 'taken', name)
      assert.deepEqual([found.kind.name, found.nameFits], [kind, false], name)
    }
  })

  test('is refused when opening it could run something, by its name or by its bytes', () => {
    for (const [name, start] of [
      ['photo.jpg', bytes('MZ\x90\0\x03\0\0\0')],
      ['a', bytes('\x7fELF\x02\x01')],
      ['run.sh', bytes('echo hello')],
      ['notes.txt', bytes('#!/bin/sh\nrm')],
      ['photo.jpg.exe', bytes('\0\x01\x02')],
      ['photo\u202egpj.exe', bytes('\0\x01\x02')],
      ['photo.exe . ', bytes('\0\x01\x02')],
      ['a.lnk', bytes('L\0\0\0\x01\x14\x02\0')],
      ['a.zip', zip('META-INF/MANIFEST.MF')],
      ['a.docm', zip('[Content_Types].xml', 'word/document.xml')],
      ['a.docx', zip('[Content_Types].xml', 'word/vbaProject.bin')],
      ['a.msi', oldOffice],
      ['a.svg', bytes('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
      ['a.txt', bytes('<?xml version="1.0"?>\n<svg onload="alert(1)">')],
      ['a.txt', bytes('\xff\xfe<\0s\0v\0g\0 \0')],
      ['page.html', bytes('<!DOCTYPE html><p>hello')],
      ['a.txt', bytes('  <HTML><body>')],
    ] as const)
      assert.deepEqual(recognise(name, start), { outcome: 'refused', why: 'runs' }, name)
  })

  test('is refused when there is nothing in it', () => {
    const empty = recognise('a.jpg', new Uint8Array(0))
    assert.deepEqual(empty, { outcome: 'refused', why: 'empty' })
  })

  test('never breaks us, whatever its bytes and its name are, and is judged at once', () => {
    const start = fc.oneof(
      fc.uint8Array({ maxLength: 600 }),
      fc.string({ unit: 'binary', maxLength: 300 }).map((text) => new TextEncoder().encode(text)),
      fc.constantFrom(...samples.map(([, sample]) => sample)),
    )
    const name = fc.string({ unit: 'binary', maxLength: 300 })
    fc.assert(
      fc.property(name, start, (called, first) => {
        recognise(called, first)
        for (const { name: kind } of kinds) {
          const saved = downloadName(called, kindOf(kind), 'file-1')
          assert.doesNotMatch(saved, /[\p{Cc}\p{Cf}/\\<>:"|?*]/u)
          assert.match(saved, /^[^\s.].*\.[a-z0-9]+$/i)
        }
      }),
      { numRuns: 300 },
    )
    const began = performance.now()
    for (const letter of ['\0', '<', 'P', '\xff', ' ', 'ftyp'])
      recognise('x'.repeat(10_000), bytes(letter.repeat(tellingBytes)))
    assert.ok(performance.now() - began < 500)
  })
})

describe('The name of a file', () => {
  test('is only a name: no folders, no control characters, no letters turned round', () => {
    assert.equal(tidyFileName('../../etc/passwd'), 'passwd')
    assert.equal(tidyFileName('C:\\Users\\Sam\\photo.jpg'), 'photo.jpg')
    assert.equal(tidyFileName('photo\u202egpj.exe'), 'photogpj.exe')
    assert.equal(tidyFileName('a\r\nSet-Cookie: x\0.jpg'), 'aSet-Cookie: x.jpg')
    assert.equal(tidyFileName('.htaccess'), 'htaccess')
    assert.equal(tidyFileName(' \u200b/ '), '')
    assert.equal(tidyFileName('Фото 门.jpg'), 'Фото 门.jpg')
    assert.equal(tidyFileName('a\ud800b'), 'ab')
  })

  test('keeps its beginning and its end when it is longer than anybody reads', () => {
    const name = tidyFileName(`${'x'.repeat(10_000)}.jpg`)
    assert.equal(Array.from(name).length, 120)
    assert.match(name, /^x+…x+\.jpg$/)
  })

  test('of a download ends in what the file is', () => {
    const saved = (name: string, kind: Parameters<typeof kindOf>[0]) =>
      downloadName(name, kindOf(kind), 'file-3')
    assert.equal(saved('photo.jpg', 'jpeg'), 'photo.jpg')
    assert.equal(saved('photo.jpg', 'webp'), 'photo.jpg.webp')
    assert.equal(saved('notes.js', 'text'), 'notes.js.txt')
    assert.equal(saved('table.csv', 'text'), 'table.csv')
    assert.equal(saved('programme.exe', 'other'), 'programme.exe.bin')
    assert.equal(saved('bundle.zip', 'other'), 'bundle.zip')
    assert.equal(saved('', 'mp4'), 'file-3.mp4')
    assert.equal(saved('CON.jpg', 'jpeg'), 'file-3.jpg')
    assert.equal(saved('a"b<c>.pdf', 'pdf'), 'a_b_c_.pdf')
  })
})
