/** What stands in for the libraries in the site’s scripts does the same as they do, byte for byte. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { x25519 as wholeX25519 } from '@noble/curves/ed25519.js'
import { MLKEM768X25519 as wholeKem } from '@noble/post-quantum/hybrid.js'
import { base64, base64nopad, base64urlnopad, bech32 as wholeBech32 } from '@scure/base'
import fc from 'fast-check'
import {
  bech32,
  base64 as ourBase64,
  base64nopad as ourBase64nopad,
  base64urlnopad as ourBase64urlnopad,
} from './base.ts'
import { MLKEM768P256, MLKEM768X25519 } from './hybrid-kem.ts'
import { p256, scalarMult, scalarMultBase, scrypt } from './left-out.ts'
import { x25519 } from './x25519.ts'

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length })

test('X25519 gives what RFC 7748 says', () => {
  assert.equal(
    hex(x25519.scalarMult(x25519.GuBytes, x25519.GuBytes)),
    '422c8e7a6227d7bca1350b3e2bb7279f7897b87bb6854b783c60e80311ae3079',
  )
})

test('X25519 is the library’s own for every key', () => {
  fc.assert(
    fc.property(bytes(32), bytes(32), (ours, theirs) => {
      const share = wholeX25519.getPublicKey(theirs)
      assert.deepEqual(x25519.getPublicKey(theirs), share)
      assert.deepEqual(
        x25519.getSharedSecret(ours, share),
        wholeX25519.getSharedSecret(ours, share),
      )
    }),
    { numRuns: 20 },
  )
  for (const low of [0, 1])
    assert.throws(() => x25519.getSharedSecret(new Uint8Array(32).fill(7), lowOrder(low)))
})

test('the hybrid is the library’s own: keys, what is sent, and the secret at both ends', () => {
  fc.assert(
    fc.property(bytes(32), bytes(64), (seed, random) => {
      const recipient = MLKEM768X25519.getPublicKey(seed)
      assert.deepEqual(recipient, wholeKem.getPublicKey(seed))
      const sent = MLKEM768X25519.encapsulate(recipient, random)
      assert.deepEqual(sent, wholeKem.encapsulate(recipient, random))
      assert.deepEqual(MLKEM768X25519.decapsulate(sent.cipherText, seed), sent.sharedSecret)
      assert.deepEqual(wholeKem.decapsulate(sent.cipherText, seed), sent.sharedSecret)
    }),
    { numRuns: 10 },
  )
})

test('the same bytes are never sent twice, though nobody brings chance along', () => {
  const recipient = MLKEM768X25519.getPublicKey(new Uint8Array(32).fill(3))
  const [one, other] = [
    MLKEM768X25519.encapsulate(recipient),
    MLKEM768X25519.encapsulate(recipient),
  ]
  assert.notDeepEqual(one.cipherText, other.cipherText)
  assert.notDeepEqual(one.sharedSecret, other.sharedSecret)
})

for (const [name, ours, theirs] of [
  ['base64', ourBase64, base64],
  ['base64 without padding', ourBase64nopad, base64nopad],
  ['base64 for addresses', ourBase64urlnopad, base64urlnopad],
] as const)
  test(`${name} is written and read as the library does`, () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), (some) => {
        const text = theirs.encode(some)
        assert.equal(ours.encode(some), text)
        assert.deepEqual(ours.decode(text), some)
      }),
    )
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), (text) => {
        assert.deepEqual(
          outcome(() => ours.decode(text)),
          outcome(() => theirs.decode(text)),
        )
      }),
    )
  })

test('bech32 is written and read as the library does, and any changed letter is noticed', () => {
  const prefix = fc.constantFrom('age1pq', 'AGE-SECRET-KEY-PQ-', 'age')
  fc.assert(
    fc.property(prefix, fc.uint8Array({ maxLength: 1300 }), fc.nat(), (name, some, place) => {
      const text = wholeBech32.encode(name.toLowerCase(), wholeBech32.toWords(some), false)
      assert.equal(bech32.encode(name, bech32.toWords(some)), text)
      for (const typed of [text, text.toUpperCase()]) {
        const { prefix: read, words } = bech32.decode(typed)
        assert.equal(read.toLowerCase(), name.toLowerCase())
        assert.deepEqual(bech32.fromWords(words), some)
      }
      const at = place % text.length
      const changed = `${text.slice(0, at)}${text[at] === 'q' ? 'p' : 'q'}${text.slice(at + 1)}`
      assert.throws(() => bech32.decode(changed))
    }),
  )
  for (const text of ['', '1', 'age1', 'Age1qqqqqq', 'age1bio', '1qqqqqqq'])
    assert.throws(() => bech32.decode(text), text)
  assert.throws(() => bech32.fromWords([31]), /not whole bytes/)
})

test('what was left out says so when somebody asks for it', () => {
  assert.throws(() => scrypt(), /a passphrase was left out/)
  for (const classic of [scalarMult, scalarMultBase])
    assert.throws(() => classic(), /a classic key was left out/)
  for (const part of [p256, MLKEM768P256] as Record<string, unknown>[])
    assert.throws(() => part['encapsulate'], /P-256 was left out/)
})

function lowOrder(first: number): Uint8Array {
  return Uint8Array.of(first, ...new Uint8Array(31))
}

function hex(some: Uint8Array): string {
  return Buffer.from(some).toString('hex')
}

function outcome(read: () => Uint8Array): unknown {
  try {
    return read()
  } catch {
    return 'refused'
  }
}
