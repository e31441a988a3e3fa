import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lastingPressure } from './overload.ts'

test('one long moment is no overload', () => {
  const hasLasted = lastingPressure(2000)
  assert.equal(hasLasted(10_000), false)
  assert.equal(hasLasted(10_900), false)
  assert.equal(hasLasted(60_000), false)
})

test('pressure that goes on is', () => {
  const hasLasted = lastingPressure(2000)
  assert.deepEqual([0, 1000, 1999, 2000, 3000].map(hasLasted), [false, false, false, true, true])
})

test('after a pause it begins anew', () => {
  const hasLasted = lastingPressure(2000)
  assert.deepEqual([0, 1500, 3000, 5500].map(hasLasted), [false, false, true, false])
})
