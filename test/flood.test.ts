/** Ten thousand who want to drown one: bench/flood.ts sends them all, through the network. Here, as many as a test has time for. */
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import { mostUnproven } from '../src/intake/lanes.ts'
import { digestOfReport, findWork, type Work } from '../src/intake/work.ts'
import { closeDraft, draftName } from '../src/reports/draft.ts'
import { draftStore } from '../src/reports/draft-store.ts'
import { newReference } from '../src/reports/reference.ts'
import { reportStore } from '../src/reports/report-store.ts'
import { newBoxKey } from '../src/sealing/box.ts'
import { newIdentity, recipientOf } from '../src/sealing/identity.ts'
import { pad } from '../src/sealing/pad.ts'
import { mailboxIdentity, mailboxName, newReceipt } from '../src/sealing/receipt.ts'
import { seal } from '../src/sealing/seal.ts'
import { Browser, type OpenSite, openWholeSite } from './open-site.ts'
import { pagesOf, send, walk, wholeReport } from './telling.ts'

const urgent = { ...wholeReport, ...pagesOf({ 'danger-now': { 'danger-now': 'yes' } }) }
const nearlyTheSame = (number: number) =>
  `Cheap watches and the best offers of the year, only this week, visit us now, ${number} happy buyers.`

describe('In a flood', () => {
  let site: OpenSite
  before(async () => {
    site = await openWholeSite()
    await site.openDesk()
  })
  after(() => site.close())

  const queue = (lane: 'usual' | 'held') =>
    reportStore(site.database).queue('main', { lane, statuses: ['new'], limit: 20_000 })

  test('a person without script is stored within two seconds and stands at the top of the queue', async () => {
    const count = 100
    const flooding = floodWithoutScript(site, count)
    const browser = new Browser(site.app)
    await walk(browser, urgent)
    const began = performance.now()
    const { reference } = await send(browser)
    assertSoon(began)
    await flooding
    const [first, ...others] = await queue('usual')
    assert.equal(first?.reference, reference)
    assert.ok(others.length <= 3, `${others.length} of the flood are in the queue`)
    const held = await queue('held')
    assert.equal(held.length + others.length, count)
    const firsts = new Set(held.map(({ sameAs }) => sameAs))
    assert.equal(firsts.size, 1)
    assert.ok(others.some(({ id }) => firsts.has(id)))
  })

  test('a browser that works is stored at once and stands beside few, among very many that do not', async () => {
    const count = 600
    const before = (await queue('usual')).length
    // Whoever floods with a program seals once, and says that it is urgent.
    const sealed = await sealedReport(site)
    for (let number = 0; number < count; number += 1) {
      const own = { reference: newReference(), mailbox: randomBytes(32).toString('base64url') }
      assert.equal(await post(site, { ...sealed, ...own }), 201)
    }
    const began = performance.now()
    const genuine = await sealedReport(site)
    const work = await workFor(site, genuine)
    assert.notEqual(work.nonce, '')
    assert.equal(await post(site, { ...genuine, work }), 201)
    assertSoon(began)
    const usual = await queue('usual')
    assert.ok(usual.length - before <= mostUnproven + 1)
    assert.ok(usual.slice(0, 50).some(({ reference }) => reference === genuine.reference))
    const held = await reportStore(site.database).countHeld('main')
    assert.ok(held.unlike >= count - mostUnproven)
  })
})

function assertSoon(began: number): void {
  const took = Math.round(performance.now() - began)
  assert.ok(took < 2_000, `it took ${took} ms`)
}

/** A program that has filled in forms presses Send, thirty-two at a time. */
async function floodWithoutScript({ app, database, clock }: OpenSite, count: number) {
  let next = 0
  const worker = async (): Promise<void> => {
    while (next < count) {
      next += 1
      const key = newBoxKey()
      const answers = { role: { role: 'other' }, what: { what: nearlyTheSame(next) } }
      const draft = { name: draftName(key), site: 'signpost', box: closeDraft(answers, key) }
      await draftStore(database).create(draft, clock.now)
      const browser = new Browser(app)
      browser.cookies.set('draft', key)
      assert.equal((await browser.post('/a/send')).headers.location, '/a/receipt')
    }
  }
  await Promise.all(Array.from({ length: 32 }, worker))
}

async function post({ app }: OpenSite, report: unknown): Promise<number> {
  const { statusCode } = await app.inject({
    method: 'POST',
    url: '/a/s/report',
    payload: JSON.stringify(report),
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
  })
  return statusCode
}

async function workFor(
  { app }: OpenSite,
  report: { readonly mailbox: string; readonly body: string },
): Promise<Work> {
  const terms = (await app.inject('/a/s/terms')).json<{ challenge: string; bits: number }>()
  const nonce = await findWork(terms.challenge, terms.bits, digestOfReport(report))
  return { challenge: terms.challenge, nonce }
}

async function sealedReport({ deskIdentity }: OpenSite) {
  const [identity, receipt] = [await newIdentity(), newReceipt()]
  const receiptRecipient = await recipientOf(mailboxIdentity(receipt))
  return {
    reference: newReference(),
    language: 'en',
    priority: 1,
    epoch: 1,
    envelope: await seal(identity, [await recipientOf(deskIdentity), receiptRecipient]),
    body: await seal(pad('Two boys sleep in the container'), [await recipientOf(identity)]),
    receiptRecipient,
    mailbox: mailboxName(receipt),
  }
}
