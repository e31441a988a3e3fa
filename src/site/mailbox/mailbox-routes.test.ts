import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { findReport, readAtDesk, sendAndComeBack, writeAsOfficer } from '../../../test/come-back.ts'
import { Browser, type OpenSite, openWholeSite } from '../../../test/open-site.ts'
import { assertNumbers, send, walk, wholeReport } from '../../../test/telling.ts'
import { mostMessages } from '../../mailbox/message-store.ts'
import { newReceipt } from '../../sealing/receipt.ts'

describe('Coming back with a receipt, without script', () => {
  let site: OpenSite
  before(async () => {
    site = await openWholeSite()
    await site.openDesk()
  })
  after(() => site.close())

  test('a receipt opens its mailbox however it is typed, and is in no address', async () => {
    const { receipt } = await sendAndComeBack(site)
    const browser = new Browser(site.app)
    const page = await browser.get('/b')
    assert.equal(browser.cookies.size, 0)
    assert.match(page.body, /<input[^>]*name="receipt"[^>]*autocomplete="off"/)
    const answer = await browser.post('/b', { receipt: receipt.toLowerCase().replaceAll(' ', '.') })
    assert.equal(answer.headers.location, '/b/open')
    const mailbox = await browser.get('/b/open')
    assert.equal(mailbox.statusCode, 200)
    assert.equal(mailbox.headers['content-encoding'], undefined)
    assert.match(mailbox.body, /There are no messages yet/)
    assert.match(mailbox.body, /opened these messages in its memory, for this one page/)
    assert.match((await browser.get('/b')).body, /Your mailbox is open in this browser/)
  })

  test('a slip of the finger is told apart from a receipt that we do not know, in kind words', async () => {
    const browser = new Browser(site.app)
    const known = await sendAndComeBack(site)
    const plain = known.receipt.replaceAll(' ', '')
    const slip = `${plain[0] === '7' ? '8' : '7'}${plain.slice(1)}`
    for (const [typed, says] of [
      ['', /Please type your receipt/],
      [plain.slice(4), /too short\. You typed 20 of 24/],
      [`${plain}0`, /too long\. You typed 25 /],
      [slip, /There is a small slip in this receipt/],
      ['<script>"x', /&lt;script&gt;&quot;x/],
    ] as const) {
      const answer = await browser.post('/b', { receipt: typed })
      assert.equal(answer.statusCode, 422, typed)
      assert.match(answer.body, says)
      assertNumbers(answer)
    }
    const unknown = await browser.post('/b', { receipt: newReceipt() })
    assert.equal(unknown.statusCode, 404)
    assert.match(unknown.body, /written correctly, but we know no report with it/)
    assert.match(unknown.body, /Open the site on which you sent the report/)
    assert.equal(browser.cookies.size, 0)
  })

  test('who guesses waits, and who has a receipt does not', async () => {
    const { receipt } = await sendAndComeBack(site)
    const guess = newReceipt()
    const took = async (typed: string) => {
      const start = performance.now()
      await new Browser(site.app).post('/b', { receipt: typed })
      return performance.now() - start
    }
    assert.ok((await took(guess)) >= 240)
    assert.ok((await took(guess)) >= 490)
    const guesses = Promise.all(Array.from({ length: 20 }, () => took(newReceipt())))
    assert.ok((await took(receipt)) < 400, 'a known receipt waited with the guesses')
    await guesses
  })

  test('officers’ messages and one’s own stand in order, and what they ask is in sight', async () => {
    const { browser, reference } = await sendAndComeBack(site)
    await writeAsOfficer(site, reference, {
      text: 'Is it safe to call?\nBefore noon?',
      lookAgainOn: '2026-11-26',
    })
    const answer = await browser.post('/b/message', { text: 'Yes, before ten' })
    assert.equal(answer.headers.location, '/b/open?said=message')
    const page = await browser.get('/b/open?said=message')
    assert.match(page.body, /Your message has been sent/)
    assert.match(page.body, /look here again after Thursday,? 26 November\./)
    assert.match(
      page.body,
      /An officer wrote on <time[^>]*>22 November 2026<[\s\S]*<bdi>Is it safe to call\?<\/bdi><br><bdi>Before noon\?[\s\S]*You wrote on [\s\S]*<bdi>Yes, before ten/,
    )
    assert.doesNotMatch(page.body, /ada/, 'a reporter learns no officer’s name')
    assert.equal((await findReport(site, reference)).hasNews, true)
  })

  test('pressing the button twice adds one message', async () => {
    const { browser, reference } = await sendAndComeBack(site)
    for (let times = 0; times < 3; times += 1) {
      const answer = await browser.post('/b/message', { text: 'The van came again' })
      assert.equal(answer.statusCode, 303)
    }
    assert.equal((await readAtDesk(site, reference)).length, 1)
  })

  test('hostile text is only text, in both directions', async () => {
    const { browser, reference } = await sendAndComeBack(site)
    const hostile = '<img src=x onerror=alert(1)>\u202eflipped" onclick="x'
    await browser.post('/b/message', { text: hostile })
    await writeAsOfficer(site, reference, { text: `${hostile}${'x'.repeat(100_000)}` })
    const page = await browser.get('/b/open')
    assert.equal(page.statusCode, 200)
    assert.doesNotMatch(page.body, /<img|onclick="x"|\u202e/)
    assert.match(page.body, /&lt;img src=x/)
    const [written] = await readAtDesk(site, reference)
    assert.equal(written?.outcome === 'opened' && written.message.text, hostile)
  })

  test('a message that cannot be sent stays on the page: empty, too long, too many', async () => {
    const { browser, reference } = await sendAndComeBack(site)
    const empty = await browser.post('/b/message', { text: '  ' })
    assert.equal(empty.statusCode, 422)
    assert.match(empty.body, /<a href="#text">Please write a few words/)
    const long = `</textarea>${'x'.repeat(100_000)}`
    const tooLong = await browser.post('/b/message', { text: long })
    assert.equal(tooLong.statusCode, 422)
    assert.match(tooLong.body, /90011 characters too long/)
    assert.ok(tooLong.body.includes(`&lt;/textarea&gt;${'x'.repeat(100_000)}`))
    const { id } = await findReport(site, reference)
    const rows = Array.from({ length: mostMessages }, (_, index) => ({
      ...{ id: `${id}-${index}`, report: id, place: index + 1, officer: null },
      ...{ at: '2026-11-22', sealed: 'damaged' },
    }))
    await site.database.insertInto('messages').values(rows).execute()
    const full = await browser.post('/b/message', { text: 'One more thing' })
    assert.equal(full.statusCode, 409)
    assert.match(full.body, /This mailbox is full/)
    assert.match(full.body, />One more thing<\/textarea>/)
    assert.match((await browser.get('/b/open')).body, /One message cannot be opened here/)
  })

  test('the newest consent counts, is shown at once, and reaches the officers', async () => {
    const { browser, reference } = await sendAndComeBack(site)
    const before = await browser.get('/b/consent')
    assert.match(before.body, /value="share"[^>]* checked/)
    assert.match(before.body, /when someone’s life is in danger, and when a child/)
    const missing = await browser.post('/b/consent', { consent: 'everything' })
    assert.equal(missing.statusCode, 422)
    const changed = await browser.post('/b/consent', { consent: 'confidential' })
    assert.equal(changed.headers.location, '/b/open?said=consent')
    assert.match(
      (await browser.get('/b/open')).body,
      /You changed what we may do: You may know my name/,
    )
    assert.match((await browser.get('/b/consent')).body, /value="confidential"[^>]* checked/)
    const [told] = await readAtDesk(site, reference)
    assert.equal(told?.outcome === 'opened' && told.message.consent, 'confidential')
  })

  test('taking a report back needs a tick, destroys it, and leaves a receipt that opens nothing', async () => {
    const { browser, receipt, reference } = await sendAndComeBack(site)
    await browser.post('/b/message', { text: 'Please destroy this' })
    const { id } = await findReport(site, reference)
    const page = await browser.get('/b/withdraw')
    assert.match(page.body, /What an officer has read, written down or passed on before stays/)
    const unsure = await browser.post('/b/withdraw')
    assert.equal(unsure.statusCode, 422)
    assert.match(unsure.body, /<a href="#sure">Please tick the box/)
    const done = await browser.post('/b/withdraw', { sure: 'yes' })
    assert.equal(done.headers.location, '/b/close?said=withdrawn')
    assert.match((await browser.get('/b/close?said=withdrawn')).body, /has been taken back/)
    assert.equal(browser.cookies.size, 0)
    for (const table of ['messages', 'activities'] as const) {
      const rows = await site.database
        .selectFrom(table)
        .selectAll()
        .where('report', '=', id)
        .execute()
      assert.deepEqual(rows, [], table)
    }
    assert.equal((await browser.post('/b', { receipt })).statusCode, 404)
  })

  test('closing leaves nothing in the browser, and nothing that the receipt could be read from', async () => {
    const { browser } = await sendAndComeBack(site)
    const count = async () =>
      (await site.database.selectFrom('mailbox_visits').select('name').execute()).length
    const before = await count()
    assert.equal((await browser.post('/b/close')).headers.location, '/b/close')
    assert.equal(browser.cookies.size, 0)
    assert.equal(await count(), before - 1)
    assert.match((await browser.get('/b/close')).body, /Your mailbox is closed/)
  })

  test('whoever has just sent a report goes to the mailbox or to files without typing', async () => {
    const browser = new Browser(site.app)
    assert.equal((await browser.post('/a/mailbox', { to: 'open' })).statusCode, 410)
    await walk(browser, wholeReport)
    assert.equal((await browser.post('/a/mailbox', { to: 'open' })).headers.location, '/a/check')
    const { reference } = await send(browser)
    const files = await browser.post('/a/mailbox', { to: 'files' })
    assert.equal(files.headers.location, '/b/files')
    assert.equal((await browser.post('/a/mailbox', { to: 'open' })).headers.location, '/b/open')
    assert.match((await browser.get('/b/open')).body, new RegExp(reference))
    assert.equal((await browser.get('/a/receipt')).statusCode, 200)
    await browser.post('/a/finish', { unchecked: 'yes' })
    assert.equal(browser.cookies.size, 0, 'finishing leaves no way back but the receipt')
  })
})
