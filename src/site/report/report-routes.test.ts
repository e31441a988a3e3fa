import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { LightMyRequestResponse } from 'fastify'
import { Browser, type OpenSite, openWholeSite } from '../../../test/open-site.ts'
import { readReport } from '../../reports/read-report.ts'
import { reportStore } from '../../reports/report-store.ts'
import { parseIdentity } from '../../sealing/identity.ts'
import { readReceipt } from '../../sealing/receipt.ts'
import { open } from '../../sealing/seal.ts'

describe('Telling us, without script', () => {
  let site: OpenSite
  before(async () => {
    site = await openWholeSite()
  })
  after(() => site.close())

  test('is closed while nobody could read it, and shows the numbers', async () => {
    const browser = new Browser(site.app)
    for (const url of ['/report', '/a/1', '/a/check']) {
      const page = await browser.get(url)
      assert.match(page.body, /Telling us online is closed/)
      assertNumbers(page)
    }
    const answer = await browser.post('/a/1', { role: 'self' })
    assert.equal(answer.statusCode, 503)
    assert.match(answer.body, /value="self"[^>]* checked/)
    assertNumbers(answer)
    await site.openDesk()
  })

  test('from the first question to the receipt: an officer reads the same words', async () => {
    const browser = new Browser(site.app)
    const start = await browser.get('/report')
    assert.match(start.body, /<title>Tell us what happened, or what you saw – /)
    assert.equal(browser.cookies.size, 0, 'a cookie came before an answer')
    assert.equal(await walk(browser, wholeReport), '/a/check')
    const check = await browser.get('/a/check')
    assert.match(check.body, /Lights behind the green shutters<\/bdi><br><bdi>all night/)
    assert.match(check.body, /href="\/a\/4">Change<span[^>]*> Where is it happening\?/)
    const { receipt, reference } = await send(browser)
    const report = await openReport(reference)
    assert.equal(report.consent, 'share')
    const texts = report.answers.map(({ fields }) => fields.map(({ text }) => text).join('; '))
    assert.ok(texts.includes('Lights behind the green shutters\nall night'))
    assert.ok(texts.includes('Sam; 07700 900123'))
    assert.equal(readReceipt(receipt).outcome, 'receipt')
  })

  test('every page says its number and nothing else in its title, and shows the numbers to call', async () => {
    const browser = new Browser(site.app)
    await browser.post('/a/1', { role: 'other' })
    for (const [url, number] of [
      ['/a/1', 1],
      ['/a/2', 2],
    ] as const) {
      const page = await browser.get(url)
      assert.match(page.body, new RegExp(`<title>Question ${number} – `))
      assert.match(page.body, /sealed, which means locked, when it arrives/)
      assert.match(page.body, /<form[^>]* autocomplete="off" novalidate>/)
      assert.doesNotMatch(page.body, /<select|type="date"|<datalist/)
      assertNumbers(page)
    }
    const consent = await browser.get('/a/2')
    assert.match(consent.body, /when someone’s life is in danger, and when a child/)
    await browser.post('/a/2', { consent: 'anonymous' })
    const what = await browser.get('/a/3')
    assert.match(
      what.body,
      /<textarea[^>]* spellcheck="false"[^>]* autocomplete="off"[^>]* dir="auto"/,
    )
    assert.match(what.body, /<a href="\/a\/2" class="govuk-back-link">/)
  })

  test('the cookie is for this site and this session alone, and comes with the first answer', async () => {
    const browser = new Browser(site.app)
    for (const url of ['/report', '/a/1']) {
      const { headers } = await browser.get(url)
      assert.equal(headers['set-cookie'], undefined)
      assert.equal(headers['cache-control'], 'no-store')
    }
    const answer = await browser.post('/a/1', {})
    assert.match(
      String(answer.headers['set-cookie']),
      /^draft=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/,
    )
    const next = await browser.post('/a/2', { consent: 'share' })
    assert.equal(next.headers['set-cookie'], undefined)
  })

  test('who is in danger reads how to reach 999 in silence before anything is asked', async () => {
    const browser = new Browser(site.app)
    const answer = await browser.post('/a/1', { role: 'danger' })
    assert.equal(answer.headers.location, '/a/11')
    const page = await browser.get('/a/11')
    for (const words of [/href="tel:999"/, /press 55/, /Text 999/, /British Sign Language/])
      assert.match(page.body, words)
    assert.equal((await browser.post('/a/11')).headers.location, '/a/2')
  })

  test('what was typed stays when something is wrong with it', async () => {
    const browser = new Browser(site.app)
    await walk(browser, { '1': {}, '2': {} })
    const empty = await browser.post('/a/3', { what: '  ' })
    assert.equal(empty.statusCode, 422)
    assert.match(empty.body, /<title>Error: Question 3 – /)
    assert.match(empty.body, /<a href="#what">Please write a few words about what happened/)
    const long = `<script>alert(1)</script>${'x'.repeat(15_000)}`
    const tooLong = await browser.post('/a/3', { what: long })
    assert.equal(tooLong.statusCode, 422)
    assert.match(tooLong.body, /25 characters too long/)
    assert.ok(tooLong.body.includes(`&lt;script&gt;alert(1)&lt;/script&gt;${'x'.repeat(15_000)}`))
    const unknown = await browser.post('/a/2', { consent: 'everything' })
    assert.equal(unknown.statusCode, 422)
    assert.match(unknown.body, /<a href="#consent">Please choose one of the answers/)
  })

  test('a field that the page never had is refused, and nothing is kept', async () => {
    const browser = new Browser(site.app)
    const answer = await browser.post('/a/1', { role: 'self', extra: 'x' })
    assert.equal(answer.statusCode, 400)
    assertNumbers(answer)
    assert.equal(browser.cookies.size, 0)
  })

  test('there are no questions but ours', async () => {
    const browser = new Browser(site.app)
    for (const url of ['/a/0', '/a/99', '/a/x', '/a/01', '/a/1.5'])
      assert.equal((await browser.get(url)).statusCode, 404, url)
    assert.equal((await browser.post('/a/check')).statusCode, 404)
    assert.equal((await browser.get('/a/send')).statusCode, 404)
  })

  test('nobody gets ahead of the questions, and reloading loses nothing', async () => {
    const browser = new Browser(site.app)
    await walk(browser, { '1': { role: 'self' }, '2': { consent: 'confidential' } })
    for (const url of ['/a/9', '/a/check', '/a/11', '/a/receipt'])
      assert.ok(['/a/3', '/a/check'].includes(String((await browser.get(url)).headers.location)))
    await browser.post('/a/3', { what: 'They keep\nmy passport' })
    for (let reload = 0; reload < 2; reload += 1)
      assert.match((await browser.get('/a/3')).body, />They keep\nmy passport<\/textarea>/)
    assert.match((await browser.get('/a/3')).body, /What is happening to you\?/)
    assert.match((await browser.get('/report')).body, /href="\/a\/4">Go on with the answers/)
  })

  test('who changes an answer comes back to where they were', async () => {
    const browser = new Browser(site.app)
    await walk(browser, wholeReport)
    const changed = await browser.post('/a/4', { where: 'the old mill' })
    assert.equal(changed.headers.location, '/a/check')
    assert.match((await browser.get('/a/check')).body, /the old mill/)
    await browser.post('/a/2', { consent: 'anonymous' })
    assert.doesNotMatch((await browser.get('/a/check')).body, /07700 900123/)
    const danger = await browser.post('/a/1', { role: 'danger' })
    assert.equal(danger.headers.location, '/a/11')
  })

  test('two windows that answer at once lose neither answer', async () => {
    const browser = new Browser(site.app)
    await walk(browser, wholeReport)
    await Promise.all([
      browser.post('/a/4', { where: 'by the canal' }),
      browser.post('/a/9', { vehicles: 'a white van' }),
    ])
    const { body } = await browser.get('/a/check')
    assert.match(body, /by the canal/)
    assert.match(body, /a white van/)
  })

  test('sending twice, clicking twice and reloading make one report and show one receipt', async () => {
    const browser = new Browser(site.app)
    await walk(browser, wholeReport)
    const before = await countReports()
    const clicks = await Promise.all([1, 2, 3].map(() => browser.post('/a/send')))
    for (const click of clicks) assert.equal(click.headers.location, '/a/receipt')
    const first = await browser.get('/a/receipt')
    await browser.post('/a/send')
    const again = await browser.get('/a/receipt')
    assert.equal(textOf(again, 'receipt'), textOf(first, 'receipt'))
    assert.equal(await countReports(), before + 1)
    assert.equal(first.headers['content-encoding'], undefined)
    assert.equal((await browser.get('/a/3')).headers.location, '/a/receipt')
    assert.match(
      (await browser.get('/report')).body,
      /href="\/a\/receipt"[^>]*>\s*See your receipt/,
    )
  })

  test('an answer given after sending is not added, and is not lost either', async () => {
    const browser = new Browser(site.app)
    await walk(browser, wholeReport)
    await send(browser)
    const late = await browser.post('/a/4', { where: 'one thing more' })
    assert.equal(late.statusCode, 409)
    assert.match(late.body, />one thing more<\/textarea>/)
    assert.match(late.body, /<a href="\/a\/receipt">See your receipt/)
  })

  test('after sending, the first page leads to the receipt and asks nothing that would be lost', async () => {
    const browser = new Browser(site.app)
    await walk(browser, wholeReport)
    await send(browser)
    const start = await browser.get('/report')
    assert.match(start.body, /<a href="\/a\/receipt"[^>]*class="govuk-button"/)
    assert.match(start.body, /To send another report, open your receipt first/)
    assert.doesNotMatch(start.body, /name="role"/)
  })

  test('who has kept the receipt leaves nothing behind', async () => {
    const browser = new Browser(site.app)
    await walk(browser, wholeReport)
    await send(browser)
    const drafts = await countDrafts()
    const finish = await browser.post('/a/finish')
    assert.equal(finish.headers.location, '/a/done')
    assert.equal(browser.cookies.size, 0)
    assert.equal(await countDrafts(), drafts - 1)
    assert.match((await browser.get('/a/done')).body, /You are done/)
    assert.equal((await browser.get('/a/receipt')).statusCode, 410)
    assert.equal((await browser.post('/a/finish')).headers.location, '/a/done')
  })

  test('finishing throws away nothing that was not sent', async () => {
    const browser = new Browser(site.app)
    await walk(browser, wholeReport)
    assert.equal((await browser.post('/a/finish')).headers.location, '/a/check')
    assert.equal((await browser.get('/a/check')).statusCode, 200)
  })

  test('whoever comes back too late reads why, keeps what they just wrote and can go on', async () => {
    const browser = new Browser(site.app)
    await walk(browser, wholeReport)
    const { now } = site.clock
    site.clock.now = new Date(now.getTime() + 3 * 60 * 60_000)
    const late = await browser.post('/a/4', { where: 'behind the station' })
    assert.equal(late.statusCode, 200)
    assert.match(late.body, /Your earlier answers are not here any more/)
    assert.match(late.body, /behind the station/)
    assert.match(late.body, /href="\/a\/1"/)
    await walk(browser, { '1': {}, '2': {}, '3': { what: 'again' } })
    assert.equal((await browser.get('/a/4')).body.includes('behind the station'), true)
    site.clock.now = now
  })

  test('a key whose time is over leaves the browser: a receipt could be worked out from it', async () => {
    const { now } = site.clock
    for (const url of ['/a/receipt', '/a/4', '/a/check', '/report']) {
      const browser = new Browser(site.app)
      await walk(browser, wholeReport)
      await send(browser)
      site.clock.now = new Date(now.getTime() + 31 * 60_000)
      await browser.get(url)
      assert.equal(browser.cookies.has('draft'), false, url)
      site.clock.now = now
    }
  })

  test('a page of the middle without a draft is explained, and so are damaged cookies', async () => {
    const browser = new Browser(site.app)
    for (const cookie of [undefined, 'damaged', 'A'.repeat(43)]) {
      if (cookie !== undefined) browser.cookies.set('draft', cookie)
      for (const url of ['/a/5', '/a/check', '/a/receipt']) {
        const page = await browser.get(url)
        assert.equal(page.statusCode, 410)
        assert.match(page.body, /this browser keeps no cookies/)
        assertNumbers(page)
      }
      assert.equal((await browser.post('/a/send')).statusCode, 410)
    }
  })

  test('a form that another site sends is refused', async () => {
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'cross-site',
    }
    const answer = await site.app.inject({ method: 'POST', url: '/a/send', payload: '', headers })
    assert.equal(answer.statusCode, 403)
  })

  test('when the database fails, what was typed is still on the page, and the log holds none of it', async () => {
    const broken = await openWholeSite()
    await broken.openDesk()
    const browser = new Browser(broken.app)
    await walk(browser, { '1': {}, '2': {} })
    await broken.database.schema.dropTable('drafts').execute()
    const answer = await browser.post('/a/3', { what: 'the loft above the bakery' })
    assert.equal(answer.statusCode, 503)
    assert.match(answer.body, />the loft above the bakery<\/textarea>/)
    assert.match(answer.body, /Something is not working here/)
    assert.equal(answer.headers['retry-after'], '60')
    assertNumbers(answer)
    const sending = await browser.post('/a/send')
    assert.equal(sending.statusCode, 503)
    assert.match(sending.body, /only one report will be made/)
    assert.match(sending.body, /action="\/a\/send"/)
    assert.ok(broken.logged.length > 0)
    assert.doesNotMatch(JSON.stringify(broken.logged), /bakery/)
    await broken.close()
  })

  async function send(browser: Browser): Promise<{ receipt: string; reference: string }> {
    const sent = await browser.post('/a/send')
    assert.equal(sent.statusCode, 303)
    assert.equal(sent.headers.location, '/a/receipt')
    const page = await browser.get('/a/receipt')
    assert.equal(page.statusCode, 200)
    return {
      receipt: textOf(page, 'receipt'),
      reference: textOf(page, 'reference').replaceAll(' ', '-'),
    }
  }

  async function openReport(reference: string) {
    const reports = reportStore(site.database)
    const queue = await reports.queue('main', { statuses: ['new'], limit: 100 })
    const id = queue.find((report) => report.reference === reference)?.id
    const stored = id && (await reports.find('main', id))
    assert.ok(stored)
    const envelope = await open(stored.envelope, site.deskIdentity)
    assert.ok(envelope.outcome === 'opened')
    const body = await open(stored.body, parseIdentity(envelope.text))
    assert.ok(body.outcome === 'opened')
    const report = readReport(body.text)
    assert.ok(report)
    return report
  }

  async function countReports(): Promise<number> {
    return (await site.database.selectFrom('reports').select('id').execute()).length
  }

  async function countDrafts(): Promise<number> {
    return (await site.database.selectFrom('drafts').select('name').execute()).length
  }
})

type Pages = Readonly<Record<string, Readonly<Record<string, string>>>>

const wholeReport: Pages = {
  '1': { role: 'other' },
  '2': { consent: 'share' },
  '3': { what: 'Lights behind the green shutters\r\nall night' },
  '4': {},
  '5': { happening: 'now' },
  '6': {},
  '7': { children: 'unknown' },
  '8': { 'danger-now': 'no' },
  '9': {},
  '10': { name: 'Sam', phone: '07700 900123' },
}

/** Answers page after page, going where each answer leads; returns where the last led. */
async function walk(browser: Browser, pages: Pages): Promise<string> {
  let next = '/a/1'
  for (;;) {
    const fields = pages[next.slice('/a/'.length)]
    if (fields === undefined) return next
    const answer = await browser.post(next, fields)
    assert.equal(answer.statusCode, 303, `${next}: ${answer.statusCode}`)
    next = String(answer.headers.location)
  }
}

function textOf(page: LightMyRequestResponse, id: string): string {
  return new RegExp(`id="${id}">([^<]+)<`).exec(page.body)?.[1] ?? ''
}

function assertNumbers(page: LightMyRequestResponse): void {
  assert.match(page.body, /<aside class="numbers"[\s\S]*href="tel:999"/)
}
