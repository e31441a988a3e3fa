import assert from 'node:assert/strict'
import { test } from 'node:test'
import { brandStyle } from './brand-style.ts'

test('a force may show its own colour', () => {
  assert.equal(
    brandStyle({ colour: '#123456', textColour: '#FFFFFF' }),
    ':root{--brand:#123456;--brand-text:#FFFFFF}',
  )
})

test('a brand cannot bring anything but a colour', () => {
  assert.throws(() => brandStyle({ colour: 'red}</style>', textColour: '#fff' }), /#rrggbb/)
})
