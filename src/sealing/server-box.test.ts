import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { newBoxKey } from './box.ts'
import { closeServerBox, openServerBox } from './server-box.ts'

test('what was put away under a key comes out under it, and under no other', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const key = newBoxKey()
      const box = closeServerBox(text, key)
      assert.equal(openServerBox(box, key), text)
      assert.equal(openServerBox(box, newBoxKey()), undefined)
    }),
  )
})

test('a box that was changed in one place, or cut, does not open', () => {
  const key = newBoxKey()
  const box = closeServerBox('sample words', key)
  for (let place = 0; place < box.length; place += 1) {
    const changed = box.slice(0, place) + (box[place] === 'A' ? 'B' : 'A') + box.slice(place + 1)
    if (!Buffer.from(changed, 'base64url').equals(Buffer.from(box, 'base64url')))
      assert.equal(openServerBox(changed, key), undefined)
    assert.equal(openServerBox(box.slice(0, place), key), undefined)
  }
})

test('the same words never make the same box twice', () => {
  const key = newBoxKey()
  assert.notEqual(closeServerBox('sample', key), closeServerBox('sample', key))
})
