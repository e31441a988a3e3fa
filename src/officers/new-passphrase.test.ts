import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { newPassphrase, passphraseLength } from './new-passphrase.ts'

const list = readFileSync('content/en/passphrase-words.txt', 'utf8').trim().split('\n')

test('a passphrase of ours is worth eighty bits and easy to type', () => {
  assert.equal(Math.log2(list.length) * passphraseLength, 80)
  for (const word of list) assert.match(word, /^[a-z]{3,8}$/)
  const made = newPassphrase(list)
  assert.equal(made.split(' ').length, passphraseLength)
  assert.ok(made.split(' ').every((word) => list.includes(word)))
  assert.notEqual(newPassphrase(list), made)
})

test('a list with a word missing or twice makes no passphrase', () => {
  assert.throws(() => newPassphrase(list.slice(1)), RangeError)
  assert.throws(() => newPassphrase([...list.slice(1), list[1] ?? '']), RangeError)
})
