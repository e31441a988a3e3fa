import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { Browser, type OpenSite, openWholeSite } from '../../../test/open-site.ts'
import { faultsIn } from '../../../test/page-checks.ts'
import { assertNumbers, send, textOf, walk } from '../../../test/telling.ts'
import { sealDraft } from '../../mailbox/saved-draft.ts'
import { mailboxHash } from '../../reports/mailbox.ts'
import { newReceipt, readReceipt } from '../../sealing/receipt.ts'
import { open } from '../../sealing/seal.ts'

const words = 'The blue gate is locked at night'
let site: OpenSite

before(async () => {
  site = await openWholeSite()
  await site.openDesk()
})
after(() => site.close())
beforeEach(() => {
  site.clock.now = new Date('2026-11-22T11:04:05.678Z')
})

const firstPages = { '1': { role: 'other' }, '2': { consent: 'share' } }

async function saveOnPage(browser: Browser, page: string, fields: Record<string, string>) {
  const answer = await browser.post(page, { ...fields, next: 'save' })
  assert.equal(answer.statusCode, 303, page)
  assert.equal(answer.headers.location, '/a/save')
  const shown = await browser.get('/a/save')
  assert.equal(shown.statusCode, 200)
  return { shown, receipt: textOf(shown, 'receipt') }
}

/** Whoever begins, stops at the question where they tell what happened, and saves. */
async function tellAndSave(): Promise<{ browser: Browser; receipt: string; page: string }> {
  const browser = new Browser(site.app)
  const page = await walk(browser, firstPages)
  const { shown, receipt } = await saveOnPage(browser, page, { what: words })
  assert.equal(shown.headers['content-encoding'], undefined)
  assert.ok(shown.body.includes('Nothing has been sent'))
  assert.ok(shown.body.includes('until the end of 29 November 2026'))
  assert.deepEqual(await faultsIn(shown.body), [])
  return { browser, receipt, page }
}

test('who has to stop saves on any question, and goes on a week later on another phone', async () => {
  const { browser, receipt, page } = await tellAndSave()
  const left = await browser.post('/a/save', { next: 'leave' })
  assert.equal(left.headers.location, '/a/saved')
  assert.deepEqual([...browser.cookies.keys()], [])
  assert.deepEqual(await faultsIn((await browser.get('/a/saved')).body), [])

  site.clock.now = new Date('2026-11-29T22:00:00Z')
  const other = new Browser(site.app)
  assert.ok((await other.get('/report')).body.includes('href="/a/resume"'))
  assert.deepEqual(await faultsIn((await other.get('/a/resume')).body), [])
  const resumed = await other.post('/a/resume', { receipt: receipt.toLowerCase() })
  assert.equal(resumed.statusCode, 303)
  assert.match(String(resumed.headers.location), /^\/a\/\d+$/)
  assert.notEqual(resumed.headers.location, page)
  assert.ok((await other.get(page)).body.includes(words))
})

test('the same form opens a mailbox with the receipt of a report, and a draft at the mailbox’s door', async () => {
  const { receipt } = await tellAndSave()
  const atTheMailbox = await new Browser(site.app).post('/b', { receipt })
  assert.match(String(atTheMailbox.headers.location), /^\/a\/\d+$/)
  const other = new Browser(site.app)
  await tellWhole(other)
  const { receipt: ofReport } = await send(other)
  const opened = await new Browser(site.app).post('/a/resume', { receipt: ofReport })
  assert.equal(opened.headers.location, '/b/open')
})

test('a draft that was continued stays saved, keeps its receipt, and is destroyed when it is sent', async () => {
  const { receipt } = await tellAndSave()
  const other = new Browser(site.app)
  const resumed = await other.post('/a/resume', { receipt })
  const again = await saveOnPage(other, String(resumed.headers.location), {})
  assert.equal(again.receipt, receipt)
  assert.equal((await new Browser(site.app).post('/b', { receipt })).statusCode, 303)
  await finish(other)
  await send(other)
  const late = await new Browser(site.app).post('/a/resume', { receipt })
  assert.equal(late.statusCode, 404)
  assert.ok(late.body.includes('we know no draft with it'))
})

test('a saved draft is destroyed when its week is over, and before if its reporter wants that', async () => {
  const { browser, receipt } = await tellAndSave()
  const destroyed = await browser.post('/a/save', { next: 'destroy' })
  assert.ok(destroyed.body.includes('has been destroyed'))
  assert.equal((await new Browser(site.app).post('/a/resume', { receipt })).statusCode, 404)
  assert.equal((await browser.get('/a/save')).statusCode, 303)

  const { receipt: second } = await tellAndSave()
  site.clock.now = new Date('2026-11-30T00:00:00Z')
  assert.equal((await new Browser(site.app).post('/a/resume', { receipt: second })).statusCode, 404)
  const { savedDrafts } = (await import('../../stores.ts')).siteStores(site.database)
  assert.ok((await savedDrafts.expire(site.clock.now)) >= 1)
  const left = await site.database.selectFrom('saved_drafts').selectAll().execute()
  assert.deepEqual(left, [])
})

test('a slip is told apart from a receipt that leads to nothing, and what was typed stays', async () => {
  const browser = new Browser(site.app)
  for (const [typed, status, says] of [
    ['', 422, 'Please type your receipt'],
    ['7KQ2 M0XR', 422, 'too short'],
    [newReceipt(), 404, 'we know no draft'],
  ] as const) {
    const answer = await browser.post('/a/resume', { receipt: typed })
    assert.equal(answer.statusCode, status)
    assert.ok(answer.body.includes(says), says)
    assert.ok(answer.body.includes(`value="${typed}"`) || typed === '')
    assertNumbers(answer)
    assert.deepEqual(await faultsIn(answer.body), [])
  }
})

test('who has written nothing on this page can stop too, and who wrote too much is told first', async () => {
  const browser = new Browser(site.app)
  const page = await walk(browser, firstPages)
  const tooLong = await browser.post(page, { what: 'x'.repeat(20_000), next: 'save' })
  assert.equal(tooLong.statusCode, 422)
  const { receipt } = await saveOnPage(browser, page, { what: '' })
  const resumed = await new Browser(site.app).post('/a/resume', { receipt })
  assert.equal(resumed.headers.location, page)
})

test('no word of a saved draft and no receipt is in the database', async () => {
  const { receipt } = await tellAndSave()
  const rows = JSON.stringify([
    await site.database.selectFrom('saved_drafts').selectAll().execute(),
    await site.database.selectFrom('drafts').selectAll().execute(),
  ])
  const [saved] = await site.database.selectFrom('saved_drafts').selectAll().execute()
  const opened = await open(saved?.sealed ?? '', site.deskIdentity)
  assert.equal(opened.outcome, 'wrong-key', 'no officer can open a draft')
  for (const secret of [words, 'blue gate', receipt, receipt.replaceAll(' ', '-')])
    assert.ok(!rows.includes(secret))
})

test('a draft that a browser made up is read as if it had been typed', async () => {
  const receipt = newReceipt()
  const answers = { role: { role: 'king', more: 'x' }, what: { what: 'y'.repeat(99_999) }, odd: {} }
  const sealed = await sealDraft('human-trafficking', answers, receipt)
  const name = mailboxHash(receipt, Buffer.alloc(32, 7))
  const { savedDrafts } = (await import('../../stores.ts')).siteStores(site.database)
  await savedDrafts.keep({ site: 'signpost', name, sealed }, site.clock.now)
  const resumed = await new Browser(site.app).post('/a/resume', { receipt })
  assert.equal(resumed.statusCode, 303)
  assert.equal(resumed.headers.location, '/a/1')
  assert.equal(readReceipt(receipt).outcome, 'receipt')
})

async function tellWhole(browser: Browser): Promise<void> {
  await browser.post('/a/1', { role: 'other' })
  await finish(browser)
}

/** Leaves every further question empty. */
async function finish(browser: Browser): Promise<void> {
  for (let next = '/report'; next !== '/a/check'; ) {
    const page = await browser.get('/a/check')
    if (page.statusCode === 200) return
    next = String(page.headers.location)
    const isWhat = (await browser.get(next)).body.includes('name="what"')
    const answer = await browser.post(next, isWhat ? { what: words } : {})
    assert.equal(answer.statusCode, 303, next)
  }
}
