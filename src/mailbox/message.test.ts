import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { newIdentity, recipientOf } from '../sealing/identity.ts'
import { mailboxIdentity, newReceipt } from '../sealing/receipt.ts'
import { type Sealed, seal } from '../sealing/seal.ts'
import {
  isDay,
  type Message,
  officerMessage,
  readMessage,
  reporterMessage,
  writeMessage,
} from './message.ts'
import { openMailbox } from './open-mailbox.ts'
import {
  consentNow,
  lookAgainOn,
  openMessages,
  type SealedMessage,
  sealMessage,
} from './sealed-message.ts'

const now = new Date('2026-11-22T11:04:05.678Z')

test('a message reads back as it was written, whatever is in it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      const message = officerMessage({ text, lookAgainOn: '2026-11-26' }, now)
      assert.deepEqual(readMessage(writeMessage(message)), message)
    }),
  )
  const long = reporterMessage({ text: '<b>\u202e'.repeat(20_000), consent: 'share' }, now)
  assert.deepEqual(readMessage(writeMessage(long)), long)
})

test('of a reporter’s message only the day is known, and short ones have one length', () => {
  assert.equal(reporterMessage({ text: 'x' }, now).at, '2026-11-22')
  assert.equal(officerMessage({ text: 'x' }, now).at, '2026-11-22T11:04:05.678Z')
  for (const text of ['', 'yes', 'a'.repeat(3_000)])
    assert.equal(writeMessage(reporterMessage({ text }, now)).length, 4096)
})

test('what is no message is none, and no error', () => {
  const message = reporterMessage({ text: 'x' }, now)
  const strange = [
    { ...message, from: 'server' },
    { ...message, at: 'yesterday' },
    { ...message, text: 5 },
    { ...message, consent: 'everything' },
    { ...message, lookAgainOn: '2026-02-30' },
    { ...message, lookAgainOn: '<b>' },
    { ...message, kind: 'signpost report' },
  ]
  for (const text of ['', '{', 'null', '[]', ...strange.map((one) => JSON.stringify(one))])
    assert.equal(readMessage(text), undefined, text)
  assert.deepEqual(['2026-11-26', '2026-02-29', '2024-02-29', '26-11-26', ''].map(isDay), [
    true,
    false,
    true,
    false,
    false,
  ])
})

test('neither side can speak as the other, and what is damaged hides nothing else', async () => {
  const identity = await newIdentity()
  const officers = officerMessage({ text: 'from us' }, now)
  const sealed = [
    await kept(1, 'officer', officers),
    await kept(2, 'reporter', officers),
    { place: 3, from: 'officer', at: '', sealed: 'not a seal' as Sealed } as const,
    {
      ...(await kept(4, 'officer', officers)),
      sealed: await sealMessage(officers, await newIdentity()),
    },
    await kept(5, 'reporter', reporterMessage({ text: 'from me' }, now)),
  ]
  const opened = await openMessages(sealed, identity)
  assert.deepEqual(
    opened.map(({ outcome }) => outcome),
    ['opened', 'unreadable', 'unreadable', 'unreadable', 'opened'],
  )

  async function kept(place: number, from: SealedMessage['from'], message: Message) {
    return { place, from, at: message.at, sealed: await sealMessage(message, identity) }
  }
})

test('the newest level that the reporter chose counts, and an officer’s word changes none', () => {
  const opened = [
    reporterMessage({ text: '', consent: 'share' }, now),
    reporterMessage({ text: '', consent: 'confidential' }, now),
    reporterMessage({ text: 'no change' }, now),
    { ...officerMessage({ text: 'x' }, now), consent: 'share' as const },
  ].map(asOpened)
  assert.equal(consentNow('anonymous', opened), 'confidential')
  assert.equal(consentNow('anonymous', []), 'anonymous')
})

test('the day to look again is the one that an officer named last, until it is past', () => {
  const opened = [
    officerMessage({ text: 'x', lookAgainOn: '2026-11-24' }, now),
    officerMessage({ text: 'y', lookAgainOn: '2026-11-26' }, now),
    { ...reporterMessage({ text: 'z' }, now), lookAgainOn: '2026-12-24' },
  ].map(asOpened)
  assert.equal(lookAgainOn(opened, '2026-11-26'), '2026-11-26')
  assert.equal(lookAgainOn(opened, '2026-11-27'), undefined)
  const more = [...opened, asOpened(officerMessage({ text: '' }, now))]
  assert.equal(lookAgainOn(more, '2026-11-22'), '2026-11-26')
})

test('a mailbox opens with its receipt, and with no other', async () => {
  const receipt = newReceipt()
  const identity = await newIdentity()
  const body = await seal('not a report of ours', [await recipientOf(identity)])
  const envelope = await seal(identity, [await recipientOf(mailboxIdentity(receipt))])
  const mailbox = { envelope, body, messages: [] }
  assert.deepEqual(await openMailbox(receipt, mailbox), {
    outcome: 'opened',
    identity,
    messages: [],
    consent: undefined,
  })
  assert.deepEqual(await openMailbox(newReceipt(), mailbox), { outcome: 'damaged' })
  const strange = await seal('no identity', [await recipientOf(mailboxIdentity(receipt))])
  assert.deepEqual(await openMailbox(receipt, { ...mailbox, envelope: strange }), {
    outcome: 'damaged',
  })
})

function asOpened(message: Message) {
  const { from, at } = message
  return { outcome: 'opened', kept: { place: 1, from, at, sealed: '' as Sealed }, message } as const
}
