import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isTelephone, messageHref, telephoneHref } from './telephone.ts'

test('a person taps a number and the telephone dials its digits', () => {
  assert.equal(telephoneHref('999'), 'tel:999')
  assert.equal(telephoneHref('08000 121 700'), 'tel:08000121700')
  assert.equal(telephoneHref('18001 101'), 'tel:18001101')
  assert.equal(telephoneHref('0800 1111'), 'tel:08001111')
  assert.equal(messageHref('999'), 'sms:999')
})

test('a number with a slip in it is never offered to anyone', () => {
  for (const slip of ['', ' ', '99', '0800', '08000 121 70O', '08000-121-700', '8000 121 700']) {
    assert.equal(isTelephone(slip), false, slip)
    assert.throws(() => telephoneHref(slip), RangeError)
  }
})
