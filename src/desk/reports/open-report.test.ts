import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { officerMessage } from '../../mailbox/message.ts'
import { sealMessage } from '../../mailbox/sealed-message.ts'
import type { Report } from '../../reports/report.ts'
import { sealReport } from '../../reports/seal-report.ts'
import { type Identity, newIdentity, recipientOf } from '../../sealing/identity.ts'
import { receiptFromSeed } from '../../sealing/receipt.ts'
import { seal } from '../../sealing/seal.ts'
import { type HandedOut, openReport } from './open-report.ts'

const report: Report = {
  kind: 'signpost report',
  version: 1,
  reference: 'maple-river-472',
  site: 'signpost',
  topic: 'human-trafficking',
  language: 'en',
  sent: '2026-11-22T11:00:00Z',
  sealed: 'on arrival',
  consent: 'anonymous',
  answers: [{ id: 'what', question: 'What?', fields: [{ name: 'what', text: 'The green door' }] }],
}

describe('Opening a report', () => {
  let officer: Identity
  let handedOut: HandedOut

  before(async () => {
    officer = await newIdentity()
    const deskKey = await newIdentity()
    const recipient = await recipientOf(deskKey)
    const seals = await sealReport(report, { epoch: 1, recipient }, receiptFromSeed('a seed'))
    const sealed = await seal(deskKey, [await recipientOf(officer)])
    const grant = { epoch: 1, recipient, sealed }
    handedOut = { ...seals, reference: report.reference, messages: [], files: [], grant }
  })

  const outcome = async (changed: Partial<HandedOut>, identity: Identity | undefined = officer) =>
    (await openReport({ ...handedOut, ...changed }, identity)).outcome

  test('gives an officer with the desk key every word', async () => {
    const opened = await openReport(handedOut, officer)
    assert.ok(opened.outcome === 'opened')
    assert.deepEqual(opened.report, report)
    const sealed = await sealMessage(officerMessage({ text: 'Hello' }, new Date()), opened.key)
    const messages = [{ place: 1, from: 'officer', at: '', sealed, who: 'Ana' }] as const
    const again = await openReport({ ...handedOut, messages }, officer)
    assert.ok(again.outcome === 'opened')
    const [message] = again.messages
    assert.equal(message?.outcome === 'opened' && message.message.text, 'Hello')
  })

  test('tells no key in this tab, no desk key, and another’s key apart', async () => {
    assert.equal((await openReport(handedOut, undefined)).outcome, 'locked')
    assert.equal(await outcome({ grant: undefined }), 'missing-key')
    assert.equal(await outcome({}, await newIdentity()), 'wrong-key')
  })

  test('does not take a key that is not the desk’s, even one sealed to the officer', async () => {
    const other = await newIdentity()
    const sealed = await seal(other, [await recipientOf(officer)])
    const { recipient } = handedOut.grant ?? assert.fail()
    assert.equal(await outcome({ grant: { epoch: 1, recipient, sealed } }), 'wrong-key')
    const swapped = { epoch: 1, recipient: await recipientOf(other), sealed }
    assert.equal(await outcome({ grant: swapped }), 'wrong-key')
    const nonsense = await seal('not a key', [await recipientOf(officer)])
    assert.equal(await outcome({ grant: { epoch: 1, recipient, sealed: nonsense } }), 'wrong-key')
  })

  test('says damaged for a seal that was cut, and for a body of another envelope', async () => {
    const cut = (text: string) =>
      [...text.split('\n').slice(0, -4), ...text.split('\n').slice(-2)].join('\n')
    assert.equal(await outcome({ body: cut(handedOut.body) }), 'damaged')
    assert.equal(await outcome({ envelope: cut(handedOut.envelope) }), 'damaged')
    const body = await seal('{}', [await recipientOf(await newIdentity())])
    assert.equal(await outcome({ body }), 'damaged')
  })

  test('warns when a whole report was put in the place of another', async () => {
    assert.equal(await outcome({ reference: 'other-name-001' }), 'swapped')
  })

  test('shows what it does not understand as it was written', async () => {
    const key = await newIdentity()
    const { recipient } = handedOut.grant ?? assert.fail()
    const envelope = await seal(key, [recipient])
    const body = await seal('{"kind":"a later form"}    ', [await recipientOf(key)])
    assert.deepEqual(await openReport({ ...handedOut, envelope, body }, officer), {
      outcome: 'unreadable',
      key,
      messages: [],
      files: [],
      text: '{"kind":"a later form"}',
    })
  })
})
