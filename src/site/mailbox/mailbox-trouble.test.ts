import assert from 'node:assert/strict'
import { createPublicKey } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import { findReport, readAtDesk, sendAndComeBack } from '../../../test/come-back.ts'
import { Browser, type OpenSite, openWholeSite } from '../../../test/open-site.ts'
import { assertNumbers } from '../../../test/telling.ts'
import { checkProof, hashOfBody } from '../../mailbox/proof-of-report.ts'
import { newReceipt } from '../../sealing/receipt.ts'
import { proofKeyAddress } from '../well-known/proof-key-address.ts'

const pages = ['/b/open', '/b/message', '/b/consent', '/b/withdraw', '/b/proof', '/b/reminder']

describe('In the mailbox', () => {
  let site: OpenSite
  before(async () => {
    site = await openWholeSite()
    await site.openDesk()
  })
  after(() => site.close())

  async function later(minutes: number, work: () => Promise<void>): Promise<void> {
    const { now } = site.clock
    site.clock.now = new Date(now.getTime() + minutes * 60_000)
    await work()
    site.clock.now = now
  }

  test('without a visit every page asks for the receipt, and says why', async () => {
    for (const url of [...pages, '/b/proof/file']) {
      const browser = new Browser(site.app)
      browser.cookies.set('mailbox', 'A'.repeat(43))
      const page = await browser.get(url)
      assert.equal(page.statusCode, 410, url)
      assert.match(page.body, /no page of it was opened for half an hour/)
      assertNumbers(page)
      assert.equal(browser.cookies.size, 0, 'a key that opens nothing goes')
    }
  })

  test('what was typed while the visit ended waits for the receipt, and is then sent', async () => {
    const { browser, receipt, reference } = await sendAndComeBack(site)
    await later(50, async () => {
      const over = await browser.post('/b/message', { text: 'The blue door' })
      assert.equal(over.statusCode, 410)
      assert.match(over.body, />The blue door<\/textarea>/)
      assert.match(over.body, /name="receipt"/)
      const slip = await browser.post('/b/message', { text: 'The blue door', receipt: 'ABCD' })
      assert.match(slip.body, /This receipt is too short/)
      assert.match(slip.body, />The blue door<\/textarea>/)
      const unknown = { text: 'The blue door', receipt: newReceipt() }
      assert.match((await browser.post('/b/message', unknown)).body, /we know no report with it/)
      const sent = await browser.post('/b/message', { text: 'The blue door', receipt })
      assert.equal(sent.headers.location, '/b/open?said=message')
    })
    assert.equal((await readAtDesk(site, reference)).length, 1)
    await later(120, async () => {
      assert.equal((await browser.post('/b/consent', { consent: 'share' })).statusCode, 410)
    })
  })

  test('a form with fields that its page never had is refused', async () => {
    const { browser } = await sendAndComeBack(site)
    for (const url of ['/b', '/b/message', '/b/consent', '/b/withdraw', '/b/reminder', '/b/close'])
      assert.equal((await browser.post(url, { extra: 'x' })).statusCode, 400, url)
  })

  test('a report whose seal is damaged is said to be there, with its reference', async () => {
    const { browser, reference } = await sendAndComeBack(site)
    const { id } = await findReport(site, reference)
    await site.database
      .updateTable('reports')
      .set({ envelope: 'damaged' })
      .where('id', '=', id)
      .execute()
    for (const page of [
      await browser.get('/b/open'),
      await browser.get('/b/consent'),
      await browser.post('/b/message', { text: 'x' }),
      await browser.post('/b/consent', { consent: 'share' }),
    ]) {
      assert.equal(page.statusCode, 500)
      assert.match(page.body, new RegExp(`its seal is damaged[\\s\\S]*${reference}`))
      assertNumbers(page)
    }
  })

  test('a proof is checked by anybody with our public key, and tells nothing that was said', async () => {
    const { browser, reference } = await sendAndComeBack(site)
    const page = await browser.get('/b/proof')
    const file = await browser.get('/b/proof/file')
    assert.equal(file.headers['content-disposition'], 'attachment; filename="proof.json"')
    const pem = (await browser.get(proofKeyAddress)).body
    const checked = checkProof(file.body, createPublicKey(pem))
    assert.ok(checked.outcome === 'genuine')
    const { body } = await findReport(site, reference)
    for (const fact of [reference, hashOfBody(body)]) {
      assert.ok(checked.statement.includes(fact))
      assert.ok(page.body.includes(fact))
    }
    assert.match(checked.statement, /received: 2026-11-22\n/)
    assert.match(page.body, /22 November 2026/)
    const { signature } = JSON.parse(file.body) as { signature: string }
    assert.ok(page.body.includes(signature))
  })

  test('a reminder is made of the reporter’s own words, and wrong ones are said', async () => {
    const { browser } = await sendAndComeBack(site)
    const right = { title: 'Library', 'day-day': '26', 'day-month': '11', 'day-year': '2026' }
    const file = await browser.post('/b/reminder', right)
    assert.equal(file.statusCode, 200)
    assert.equal(file.headers['content-disposition'], 'attachment; filename="reminder.ics"')
    assert.match(file.body, /\r\nSUMMARY:Library\r\n/)
    assert.match(file.body, /\r\nDTSTART;VALUE=DATE:20261126\r\n/)
    assert.doesNotMatch(file.body, /signpost|http|localhost|@/i)
    for (const [wrong, says] of [
      [{ title: '' }, /#title">Please choose words/],
      [{ title: 'x'.repeat(101) }, /room for 100 characters/],
      [{ 'day-day': '31' }, /#day-day">Please write a day/],
      [{ 'day-year': '2025' }, /That day is over/],
      [{ title: '"><b>' }, /value="&quot;&gt;&lt;b&gt;"/],
    ] as const) {
      const answer = await browser.post('/b/reminder', {
        ...right,
        'day-month': '13',
        ...wrong,
        ...('day-year' in wrong && { 'day-month': '11' }),
      })
      assert.equal(answer.statusCode, 422)
      assert.match(answer.body, says)
      assert.match(answer.body, /name="day-day"[^>]*value="(26|31)"/)
    }
  })

  test('when the database fails, what was typed stays, with the numbers, and the log holds none of it', async () => {
    const broken = await openWholeSite()
    await broken.openDesk()
    const { browser, receipt } = await sendAndComeBack(broken)
    await broken.database.schema.dropTable('mailbox_visits').execute()
    const written = await browser.post('/b/message', { text: 'behind the bakery' })
    assert.equal(written.statusCode, 503)
    assert.equal(written.headers['retry-after'], '60')
    assert.match(written.body, />behind the bakery<\/textarea>/)
    assertNumbers(written)
    const consent = await browser.post('/b/consent', { consent: 'anonymous' })
    assert.match(consent.body, /value="anonymous"[^>]* checked/)
    const come = await browser.post('/b', { receipt })
    assert.ok(come.body.includes(`value="${receipt}"`))
    const withdraw = await browser.post('/b/withdraw', { sure: 'yes' })
    const open = await browser.get('/b/open')
    for (const page of [consent, come, withdraw, open]) {
      assert.equal(page.statusCode, 503)
      assert.match(page.body, /Something is not working here/)
      assertNumbers(page)
    }
    assert.ok(broken.logged.length >= 5)
    assert.doesNotMatch(JSON.stringify(broken.logged), /bakery/)
    assert.ok(!JSON.stringify(broken.logged).includes(receipt))
    await broken.close()
  })
})
