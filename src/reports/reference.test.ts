import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newReference } from './reference.ts'
import { referenceWords } from './reference-words.ts'

test('a reference can be said over a bad line: two plain words and three digits', () => {
  for (let index = 0; index < 100; index += 1)
    assert.match(newReference(), /^[a-z]{4,7}-[a-z]{4,7}-\d{3}$/)
})

test('no word is there twice, and there are enough for millions of reports', () => {
  assert.equal(new Set(referenceWords).size, referenceWords.length)
  assert.ok(referenceWords.length ** 2 * 1000 > 60_000_000)
})
