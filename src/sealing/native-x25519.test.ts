import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { describe, test } from 'node:test'
import { x25519 as library } from '@noble/curves/ed25519.js'
import { newIdentity, recipientOf } from './identity.ts'
import { x25519 } from './native-x25519.ts'
import { open, seal } from './seal.ts'

describe('X25519 from the platform', () => {
  test('gives what the library gives', () => {
    for (let tries = 0; tries < 50; tries += 1) {
      const [ours, theirs] = [randomBytes(32), randomBytes(32)]
      const share = library.getPublicKey(theirs)
      assert.deepEqual(x25519.getPublicKey(ours), library.getPublicKey(ours))
      assert.deepEqual(x25519.getSharedSecret(ours, share), library.getSharedSecret(ours, share))
    }
    const seed = new Uint8Array(32).fill(7)
    assert.deepEqual(x25519.keygen(seed), library.keygen(seed))
    assert.deepEqual(Object.keys(x25519.lengths), ['secretKey', 'publicKey', 'seed'])
  })

  test('refuses a key of which every secret is zero, as the library does', () => {
    for (const one of [library, x25519])
      assert.throws(() => one.getSharedSecret(randomBytes(32), new Uint8Array(32)))
  })

  test('is what a sealing thread seals with, and the library opens it, and the other way round', async () => {
    const identity = await newIdentity()
    const sealed = await seal('of the library', [await recipientOf(identity)])
    const answer = execFileSync(process.execPath, ['--input-type=module', '-e', elsewhere], {
      input: JSON.stringify({ identity, sealed }),
      encoding: 'utf8',
      cwd: import.meta.dirname,
    })
    const { opened, own, loaded } = JSON.parse(answer)
    assert.deepEqual(opened, { outcome: 'opened', text: 'of the library' })
    assert.deepEqual(await open(own, identity), { outcome: 'opened', text: 'of the platform' })
    assert.ok(loaded.some((url: string) => url.endsWith('/sealing/native-x25519.ts')))
  })
})

// A process that takes its X25519 from the platform, and tells which modules it loaded.
const elsewhere = `
import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
const loaded = []
registerHooks({ load: (url, context, next) => (loaded.push(url), next(url, context)) })
await import('./use-native-x25519.ts')
const { open, seal } = await import('./seal.ts')
const { recipientOf } = await import('./identity.ts')
const { identity, sealed } = JSON.parse(readFileSync(0, 'utf8'))
const own = await seal('of the platform', [await recipientOf(identity)])
console.log(JSON.stringify({ opened: await open(sealed, identity), own, loaded }))`
