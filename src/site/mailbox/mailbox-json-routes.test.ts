import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type OpenSite, openWholeSite } from '../../../test/open-site.ts'
import { sendForReceipt } from '../../../test/send-report.ts'
import { officerMessage, reporterMessage, sealedMessageLimit } from '../../mailbox/message.ts'
import { sealMessage } from '../../mailbox/sealed-message.ts'
import { mailboxName, newReceipt, type Receipt } from '../../sealing/receipt.ts'
import type { HandedOut } from './handed-out.ts'
import { type OpenMailbox, openHandedOut } from './open-handed-out.ts'

const said = {
  role: { role: 'other' },
  consent: { consent: 'confidential' },
  what: { what: 'Six' },
}
const now = new Date('2026-11-22T11:04:05.678Z')
const id = 'a'.repeat(32)

describe('The mailbox, for a browser that opens it itself,', () => {
  let site: OpenSite
  let receipt: Receipt
  let reference = ''

  before(async () => {
    site = await openWholeSite()
    await site.openDesk()
    ;({ receipt, reference } = await sendForReceipt(site.database, said, { now }))
  })
  after(() => site.close())

  const post = (path: string, payload: unknown, headers: Record<string, string> = {}) =>
    site.app.inject({
      method: 'POST',
      url: `/b/s/${path}`,
      headers: {
        host: 'localhost',
        'sec-fetch-site': 'same-origin',
        'content-type': 'application/json',
        ...headers,
      },
      payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
    })

  async function openIt(): Promise<OpenMailbox> {
    const answer = await post('read', { name: mailboxName(receipt) })
    assert.equal(answer.statusCode, 200)
    const opened = await openHandedOut(receipt, answer.json<HandedOut>(), async () => undefined)
    assert.ok(opened.outcome === 'opened')
    return opened.mailbox
  }

  test('is handed out sealed, and opens with the receipt alone', async () => {
    const answer = await post('read', { name: mailboxName(receipt) })
    assert.equal(answer.headers['cache-control'], 'no-store')
    const handedOut = answer.json<HandedOut>()
    assert.deepEqual(Object.keys(handedOut).sort(), [
      'body',
      'day',
      'envelope',
      'files',
      'messages',
      'notice',
      'receivedHour',
      'reference',
    ])
    const mailbox = await openIt()
    assert.equal(mailbox.reference, reference)
    assert.equal(mailbox.consent, 'confidential')
    assert.deepEqual(mailbox.messages, [])
    const another = await openHandedOut(newReceipt(), handedOut, async () => undefined)
    assert.deepEqual(another, { outcome: 'wrong-key', reference })
    const damaged = {
      ...handedOut,
      envelope: handedOut.envelope.replace(/\n.{20}/, '\nAAAAAAAAAAAAAAAAAAAA'),
    }
    const broken = await openHandedOut(receipt, damaged as HandedOut, async () => undefined)
    assert.deepEqual(broken, { outcome: 'damaged', reference })
  })

  test('takes a sealed message once, however often it comes', async () => {
    const { identity } = await openIt()
    const sealed = await sealMessage(reporterMessage({ text: 'The van came back' }, now), identity)
    const body = { name: mailboxName(receipt), id, sealed }
    for (let times = 0; times < 3; times += 1) {
      const answer = await post('message', body)
      assert.equal(answer.statusCode, 201)
      assert.deepEqual(answer.json(), { place: 1 })
    }
    const { messages } = await openIt()
    assert.equal(messages.length, 1)
    assert.ok(messages[0]?.outcome === 'opened')
    assert.equal(messages[0].message.text, 'The van came back')
  })

  test('says nothing of which officer wrote', async () => {
    const { identity } = await openIt()
    const sealed = await sealMessage(officerMessage({ text: 'Thank you' }, now), identity)
    const { report } = await site.database
      .selectFrom('messages')
      .select('report')
      .executeTakeFirstOrThrow()
    const row = {
      id: 'b'.repeat(32),
      report,
      place: 2,
      officer: 'ada-who-wrote',
      at: now.toISOString(),
      sealed,
    }
    await site.database.insertInto('messages').values(row).execute()
    const answer = await post('read', { name: mailboxName(receipt) })
    assert.doesNotMatch(answer.body, /ada-who-wrote/)
    const { messages } = await openIt()
    assert.equal(messages.at(-1)?.kept.from, 'officer')
  })

  test('is not found by another receipt, which is said after a while', async () => {
    const began = Date.now()
    const answer = await post('read', { name: mailboxName(newReceipt()) })
    assert.equal(answer.statusCode, 404)
    assert.deepEqual(answer.json(), { problem: 'unknown' })
    assert.ok(Date.now() - began >= 240)
    const { identity } = await openIt()
    const sealed = await sealMessage(reporterMessage({ text: 'x' }, now), identity)
    const lost = await post('message', { name: mailboxName(newReceipt()), id, sealed })
    assert.equal(lost.statusCode, 404)
  })

  test('takes nothing but what its own script sends, and answers in JSON', async () => {
    const name = mailboxName(receipt)
    const wrong = [
      ['read', {}],
      ['read', { name: 'short' }],
      ['read', { name, more: 1 }],
      ['read', '[]'],
      ['message', { name, id, sealed: 'The green door' }],
      ['message', { name, id: '../x', sealed: '' }],
      ['message', { name, id, sealed: 'A'.repeat(sealedMessageLimit + 1) }],
    ] as const
    for (const [path, payload] of wrong) {
      const answer = await post(path, payload)
      assert.equal(answer.statusCode, 422, JSON.stringify(payload).slice(0, 60))
      assert.deepEqual(answer.json(), { problem: 'refused' })
    }
    const broken = await post('read', 'not json')
    assert.equal(broken.statusCode, 400)
    assert.deepEqual(broken.json(), { problem: 'refused' })
    const form = await post('read', `name=${name}`, {
      'content-type': 'application/x-www-form-urlencoded',
    })
    assert.equal(form.statusCode, 422)
    const elsewhere = await post('read', { name }, { 'sec-fetch-site': 'cross-site' })
    assert.equal(elsewhere.statusCode, 403)
    assert.deepEqual(elsewhere.json(), { problem: 'refused' })
    assert.deepEqual(site.logged, [])
  })

  test('JSON is taken nowhere else at the site', async () => {
    const answer = await post('../../feedback', { comment: 'x' })
    assert.equal(answer.statusCode, 415)
    assert.match(String(answer.headers['content-type']), /html/)
  })
})
