import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newRunningHash } from './running-hash.ts'
import { findWholeHash } from './whole-hash.ts'

test('a hash taken at once and a hash taken in parts are the published one', async () => {
  const bytes = new TextEncoder().encode('abc')
  const running = newRunningHash()
  for (const byte of bytes) running.add(Uint8Array.of(byte))
  const published = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
  assert.equal(running.digest(), published)
  assert.equal(await findWholeHash(bytes), published)
})
