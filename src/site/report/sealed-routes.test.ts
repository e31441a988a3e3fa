import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { brotliDecompressSync } from 'node:zlib'
import { type OpenSite, openWholeSite } from '../../../test/open-site.ts'
import { hourOf } from '../../reports/calendar.ts'
import { newReference } from '../../reports/reference.ts'
import { newIdentity, recipientOf } from '../../sealing/identity.ts'
import { pad } from '../../sealing/pad.ts'
import { mailboxIdentity, mailboxName, newReceipt } from '../../sealing/receipt.ts'
import { seal } from '../../sealing/seal.ts'
import type { ScriptJourney } from './script-journey.ts'

type Sealed = Awaited<ReturnType<typeof sealedReport>>

describe('A report that was sealed before it came', () => {
  let site: OpenSite
  let sealed: Sealed

  before(async () => {
    site = await openWholeSite()
  })
  after(() => site.close())

  const post = (body: unknown) =>
    site.app.inject({
      method: 'POST',
      url: '/a/s/report',
      payload: JSON.stringify(body),
      headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
    })
  const rows = () => site.database.selectFrom('reports').selectAll().execute()

  test('is not asked for before an officer can read', async () => {
    for (const url of ['/a/s/journey', '/a/s/terms']) {
      const answer = await site.app.inject(url)
      assert.equal(answer.statusCode, 503)
      assert.deepEqual(answer.json(), { problem: 'closed' })
    }
    sealed = await sealedReport(site)
    assert.equal((await post(sealed)).json().problem, 'closed')
    await site.openDesk()
  })

  test('begins with one answer that holds all there is to know, and is kept nowhere', async (t) => {
    const answer = await site.app.inject('/a/s/journey')
    const journey = answer.json<ScriptJourney>()
    assert.equal(answer.headers['cache-control'], 'no-store')
    assert.equal(journey.key.recipient, await recipientOf(site.deskIdentity))
    assert.equal(journey.journey.questions[0]?.id, 'role')
    assert.match(journey.words['report.role.title'] ?? '', /closest to you/)
    assert.match(journey.emergency, /tel:999/)
    assert.ok(journey.organizations.length > 0)
    const small = await site.app.inject({
      url: '/a/s/journey',
      headers: { 'accept-encoding': 'br' },
    })
    assert.deepEqual(JSON.parse(String(brotliDecompressSync(small.rawPayload))), journey)
    t.diagnostic(`${small.rawPayload.length} bytes`)
    const terms = await site.app.inject('/a/s/terms')
    assert.equal(terms.json().epoch, 1)
  })

  test('is stored once, however often and by however many at once it is sent', async () => {
    const answers = await Promise.all([post(sealed), post(sealed), post(sealed)])
    const again = await post(sealed)
    const statuses = answers.map(({ statusCode }) => statusCode).sort()
    assert.deepEqual(statuses, [200, 200, 201])
    assert.equal(again.statusCode, 200)
    for (const answer of [...answers, again])
      assert.deepEqual(answer.json(), { reference: sealed.reference })
    const [row, ...more] = await rows()
    assert.equal(more.length, 0)
    assert.ok(row)
    assert.equal(row.body, sealed.body)
    assert.equal(row.priority, 2)
    assert.equal(row.status, 'new')
    assert.equal(row.received_hour, hourOf(site.clock.now))
    assert.notEqual(row.mailbox, sealed.mailbox)
    const acts = await site.database.selectFrom('activities').select('act').execute()
    assert.deepEqual(acts, [{ act: 'received' }])
  })

  test('does not take the mailbox or the reference of another', async () => {
    const other = await sealedReport(site)
    for (const taken of [
      { ...other, mailbox: sealed.mailbox },
      { ...other, reference: sealed.reference },
    ]) {
      const answer = await post(taken)
      assert.equal(answer.statusCode, 409)
      assert.deepEqual(answer.json(), { problem: 'name-taken' })
    }
    assert.equal((await rows()).length, 1)
  })

  test('is sealed anew where the desk reads with another key by now, but not if it came before', async () => {
    const recipient = await recipientOf(await newIdentity())
    const made = { created_at: '2026-11-22T10:00:00.000Z', created_by: 'ada' }
    await site.database
      .insertInto('desk_keys')
      .values({ desk: 'main', epoch: 2, recipient, ...made })
      .execute()
    const answer = await post(await sealedReport(site))
    assert.equal(answer.statusCode, 409)
    assert.deepEqual(answer.json(), { problem: 'new-key', key: { epoch: 2, recipient } })
    assert.equal((await post(sealed)).statusCode, 200)
    await site.database.deleteFrom('desk_keys').where('epoch', '=', 2).execute()
  })

  test('is refused when it is not what our script makes: unsealed, unpadded, to others, too large', async () => {
    const good = await sealedReport(site)
    const to = await recipientOf(await newIdentity())
    const desk = await recipientOf(site.deskIdentity)
    const identity = await newIdentity()
    const wrong: Record<string, unknown>[] = [
      { ...good, body: 'The green door' },
      { ...good, body: await seal('not padded', [to]) },
      { ...good, body: await seal(pad('to two'), [to, desk]) },
      { ...good, envelope: await seal(identity, [desk]) },
      { ...good, envelope: await seal(pad('no identity'), [desk, to]) },
      { ...good, priority: 5 },
      { ...good, priority: '1' },
      { ...good, epoch: 0 },
      { ...good, language: 'xx' },
      { ...good, reference: 'The green door' },
      { ...good, reference: 'maple-river-4722' },
      { ...good, mailbox: 'short' },
      {
        ...good,
        receiptRecipient: 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p',
      },
      { ...good, words: 'The green door' },
    ]
    for (const body of [...wrong, {}, [], null, 'text'])
      assert.equal((await post(body)).statusCode, 422, JSON.stringify(body)?.slice(0, 60))
    assert.equal((await post({ ...good, body: 'x'.repeat(2_000_000) })).statusCode, 413)
    assert.equal((await rows()).length, 1)
    assert.equal((await post(good)).statusCode, 201)
  })

  test('meets a full disk with a word to its script, and no half of it is stored', async () => {
    const before = (await rows()).length
    await site.database.schema.alterTable('activities').renameTo('away').execute()
    const late = await sealedReport(site)
    const answer = await post(late)
    assert.equal(answer.statusCode, 503)
    assert.deepEqual(answer.json(), { problem: 'trouble' })
    await site.database.schema.alterTable('away').renameTo('activities').execute()
    assert.equal((await rows()).length, before)
    assert.equal((await post(late)).statusCode, 201)
    assert.ok(!JSON.stringify(site.logged).includes(late.reference))
  })
})

async function sealedReport({ deskIdentity }: OpenSite) {
  const [identity, receipt] = [await newIdentity(), newReceipt()]
  const desk = await recipientOf(deskIdentity)
  const receiptRecipient = await recipientOf(mailboxIdentity(receipt))
  return {
    reference: newReference(),
    language: 'en',
    priority: 2,
    epoch: 1,
    envelope: await seal(identity, [desk, receiptRecipient]),
    body: await seal(pad('The green door'), [await recipientOf(identity)]),
    receiptRecipient,
    mailbox: mailboxName(receipt),
  }
}
