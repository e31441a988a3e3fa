import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readMozLz4 } from './moz-lz4.ts'

const file = (length: number, block: readonly number[]): Buffer => {
  const head = Buffer.from('mozLz40\0\0\0\0\0', 'latin1')
  head.writeUInt32LE(length, 8)
  return Buffer.concat([head, Buffer.from(block)])
}

test('what Firefox wrote down is read, with what repeats itself', () => {
  // “abc”, then nine more of the same from three bytes back, then “end”.
  const block = [0x35, 0x61, 0x62, 0x63, 0x03, 0x00, 0x30, 0x65, 0x6e, 0x64]
  assert.equal(readMozLz4(file(15, block))?.toString(), 'abcabcabcabcend')
})

test('long runs are read', () => {
  // Twenty letters as they are; then 300 of the last one.
  const letters = [...'abcdefghijklmnopqrst'].map((letter) => letter.charCodeAt(0))
  const block = [0xff, 0x05, ...letters, 0x01, 0x00, 0xff, 0x1a]
  const read = readMozLz4(file(321, [...block, 0x10, 0x2e]))?.toString()
  assert.equal(read, `abcdefghijklmnopqrst${'t'.repeat(15 + 255 + 26 + 4)}.`)
})

test('another file is none', () => {
  assert.equal(readMozLz4(Buffer.from('SQLite format 3\0 and more')), undefined)
})
