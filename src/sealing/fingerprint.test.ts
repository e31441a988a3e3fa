import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fingerprintOf } from './fingerprint.ts'
import { identityFromSeed, newIdentity, recipientOf } from './identity.ts'

test('a key always has the same fingerprint, whoever works it out', async () => {
  const recipient = await recipientOf(identityFromSeed(new Uint8Array(32).fill(7)))
  assert.equal(fingerprintOf(recipient), 'S5G3 MJEK 0GZS AQZ0')
})

test('two keys have two fingerprints, of letters that cannot be mistaken', async () => {
  const [one, other] = [await newIdentity(), await newIdentity()]
  const prints = [fingerprintOf(await recipientOf(one)), fingerprintOf(await recipientOf(other))]
  assert.notEqual(prints[0], prints[1])
  for (const print of prints)
    assert.match(print, /^[0-9A-HJKMNP-TV-Z]{4}( [0-9A-HJKMNP-TV-Z]{4}){3}$/)
})
