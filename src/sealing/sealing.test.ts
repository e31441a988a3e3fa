import assert from 'node:assert/strict'
import { test } from 'node:test'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import fc from 'fast-check'
import { closeBox, newBoxKey, openBox, parseBoxKey } from './box.ts'
import {
  identityFromSeed,
  newIdentity,
  parseIdentity,
  parseRecipient,
  recipientOf,
} from './identity.ts'
import { bucketOf, pad } from './pad.ts'
import { passphraseKeys, standardStretch } from './passphrase.ts'
import {
  isLastGroup,
  lengthOf,
  mailboxIdentity,
  mailboxName,
  readReceipt,
  receiptFromSeed,
} from './receipt.ts'
import { open, seal } from './seal.ts'

test('what is sealed opens with the right key, and says exactly the same', async () => {
  const identity = await newIdentity()
  const sealed = await seal('the green door — ünïcode 门', [await recipientOf(identity)])
  assert.match(sealed, /^-----BEGIN AGE ENCRYPTED FILE-----\n/)
  assert.deepEqual(await open(sealed, identity), {
    outcome: 'opened',
    text: 'the green door — ünïcode 门',
  })
})

test('each of several recipients opens the same seal', async () => {
  const [one, other] = [await newIdentity(), await newIdentity()]
  const sealed = await seal('both', [await recipientOf(one), await recipientOf(other)])
  for (const identity of [one, other])
    assert.deepEqual(await open(sealed, identity), { outcome: 'opened', text: 'both' })
})

test('no key, another key and a damaged seal are three outcomes', async () => {
  const identity = await newIdentity()
  const sealed = await seal('x', [await recipientOf(identity)])
  assert.deepEqual(await open(sealed, undefined), { outcome: 'missing-key' })
  assert.deepEqual(await open(sealed, await newIdentity()), { outcome: 'wrong-key' })
  const lines = sealed.split('\n')
  const cut = [...lines.slice(0, -4), ...lines.slice(-2)].join('\n')
  assert.deepEqual(await open(cut, identity), { outcome: 'damaged' })
  assert.deepEqual(await open('not a seal', identity), { outcome: 'damaged' })
})

test('any single changed character of a seal is noticed', async () => {
  const identity = await newIdentity()
  const sealed = await seal('unchanged', [await recipientOf(identity)])
  const body = sealed.length - 90
  const swapped = `${sealed.slice(0, body)}${sealed[body] === 'A' ? 'B' : 'A'}${sealed.slice(body + 1)}`
  assert.notEqual((await open(swapped, identity)).outcome, 'opened')
})

test('only hybrid keys are taken, so that age never meets a mixture', async () => {
  const classic = await generateX25519Identity()
  const hybrid = await newIdentity()
  assert.throws(() => parseIdentity(classic), RangeError)
  assert.equal(parseIdentity(hybrid), hybrid)
  const recipient = await recipientOf(hybrid)
  assert.equal(parseRecipient(recipient), recipient)
  assert.equal(recipient.length, 1959)
  const broken = [
    await identityToRecipient(classic),
    '',
    'age1pq1',
    `${recipient.slice(0, -1)}${recipient.endsWith('x') ? 'q' : 'x'}`,
  ]
  for (const text of broken) assert.throws(() => parseRecipient(text), RangeError)
})

test('a seed always gives the same identity, and a seed of another length none', () => {
  const seed = new Uint8Array(32).fill(7)
  assert.equal(
    identityFromSeed(seed),
    'AGE-SECRET-KEY-PQ-1QURSWPC8QURSWPC8QURSWPC8QURSWPC8QURSWPC8QURSWPC8QURSV4PSY7',
  )
  assert.throws(() => identityFromSeed(new Uint8Array(16)), RangeError)
})

test('two reports of different lengths in one bucket have the same length when padded', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 6000, unit: 'grapheme' }), (text) => {
      const size = Buffer.byteLength(text)
      const padded = Buffer.byteLength(pad(text))
      assert.equal(padded, bucketOf(size))
      assert.ok(padded >= size && pad(text).startsWith(text))
    }),
  )
  assert.deepEqual(
    [0, 4096, 4097, 65_536, 65_537, 131_073].map(bucketOf),
    [4096, 4096, 8192, 65_536, 131_072, 196_608],
  )
})

test('a box opens with its key only, and damage is noticed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const key = newBoxKey()
      const box = closeBox(text, key)
      assert.equal(openBox(box, key), text)
      assert.equal(openBox(box, newBoxKey()), undefined)
      assert.equal(openBox(`${box}A`, key), undefined)
    }),
    { numRuns: 50 },
  )
  assert.equal(openBox('', newBoxKey()), undefined)
  assert.equal(openBox('!!', newBoxKey()), undefined)
})

test('only a whole key is read from a cookie', () => {
  const key = newBoxKey()
  assert.equal(parseBoxKey(key), key)
  for (const text of [undefined, '', 'short', `${key}A`, key.replace(/./, '!')])
    assert.equal(parseBoxKey(text), undefined)
})

test('a receipt reads back however it is typed', () => {
  fc.assert(
    fc.property(fc.string(), fc.infiniteStream(fc.integer({ min: 0, max: 3 })), (seed, habits) => {
      const receipt = receiptFromSeed(seed)
      assert.match(receipt, /^([0-9A-HJKMNP-TV-Z]{4}-){5}[0-9A-HJKMNP-TV-Z]{4}$/)
      const typed = Array.from(receipt, (character) =>
        mistype(character, habits.next().value),
      ).join('')
      assert.deepEqual(readReceipt(typed), { outcome: 'receipt', receipt })
    }),
  )
})

test('a mistyped receipt is told apart: one wrong character, two swapped, one missing', () => {
  const receipt = receiptFromSeed('a seed')
  const wrong = `${receipt[0] === '7' ? '8' : '7'}${receipt.slice(1)}`
  for (const typed of [wrong, receipt.slice(1), `${receipt}0`, '', 'hello'])
    assert.deepEqual(readReceipt(typed), { outcome: 'mistyped' })
})

test('the mailbox follows from the receipt alone, and its name tells nothing of its key', async () => {
  const receipt = receiptFromSeed('a seed')
  const sealed = await seal('hello', [await recipientOf(mailboxIdentity(receipt))])
  assert.deepEqual(await open(sealed, mailboxIdentity(receipt)), {
    outcome: 'opened',
    text: 'hello',
  })
  assert.match(mailboxName(receipt), /^[\w-]{43}$/)
  assert.notEqual(mailboxName(receipt), mailboxName(receiptFromSeed('another seed')))
})

test('the receipt of a seed never changes: receipts on paper must stay good', () => {
  const receipt = receiptFromSeed('published test seed')
  assert.equal(receipt, 'TS51-TH2X-52CW-3JZ9-ZKZM-BS28')
  assert.equal(mailboxName(receipt), 'FNAgoPlqvb0k2PraxayCFKLDAnSIp0B8NlYtgfONBpw')
})

test('a passphrase gives the same keys again, however its letters are composed', async () => {
  const stretch = { ...standardStretch, salt: 'AAAAAAAAAAAAAAAAAAAAAA' }
  const keys = await passphraseKeys('caf\u00e9 lantern orbit', stretch)
  assert.deepEqual(await passphraseKeys('cafe\u0301 lantern orbit', stretch), keys)
  assert.equal(keys.proof, 'iDjZy-6-lyqOCeSf6kJibqjY_ob_CbEsiWhfFmlplSM')
  assert.notEqual((await passphraseKeys('another', stretch)).proof, keys.proof)
})

test('spaces that a finger adds do not shut anybody out', async () => {
  const stretch = { ...standardStretch, salt: 'AAAAAAAAAAAAAAAAAAAAAA' }
  assert.deepEqual(
    await passphraseKeys('  lantern  orbit\tacorn ', stretch),
    await passphraseKeys('lantern orbit acorn', stretch),
  )
})

test('a server cannot ask a browser for a cheaper stretch', async () => {
  const cheap = { salt: 'AAAAAAAAAAAAAAAAAAAAAA', memory: 1024, passes: 1 }
  await assert.rejects(passphraseKeys('x', cheap), RangeError)
})

function mistype(character: string, habit: number): string {
  if (habit === 0) return character.toLowerCase()
  if (habit === 1) return `${character} `
  if (character === '-') return ''
  return habit === 2 ? ({ 0: 'O', 1: 'l', V: 'u' }[character] ?? character) : character
}

test('whoever has the receipt before them can say its last group, however they type it', () => {
  const receipt = receiptFromSeed('published test seed')
  for (const typed of ['BS28', 'bs28', ' b s-2 8 ', receipt, receipt.replaceAll('-', '')])
    assert.equal(isLastGroup(typed, receipt), true, typed)
  for (const typed of ['', 'BS2', 'BS29', 'TS51', '28', `${receipt}0`])
    assert.equal(isLastGroup(typed, receipt), false, typed)
  assert.deepEqual(lengthOf('ts51 th2x'), { typed: 8, whole: 24 })
})
