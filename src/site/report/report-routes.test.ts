import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { journeyCases } from '../../../test/journey-cases.ts'
import { Browser, type OpenSite, openWholeSite } from '../../../test/open-site.ts'
import { assertNumbers, pagesOf, send, textOf, walk, wholeReport } from '../../../test/telling.ts'
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
    assert.match(start.body, /<title>Information<\/title>/)
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
      assert.match(page.body, new RegExp(`<title>Information, page ${number}</title>`))
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

  test('nobody gets ahead of the questions, and reloading loses nothing', async () => {
    const browser = new Browser(site.app)
    await walk(browser, { '1': { role: 'self' }, '2': { consent: 'confidential' } })
    for (const url of ['/a/9', '/a/check', '/a/11', '/a/receipt'])
      assert.ok(['/a/3', '/a/check'].includes(String((await browser.get(url)).headers.location)))
    await browser.post('/a/3', { what: 'They keep\nmy passport' })
    for (let reload = 0; reload < 2; reload += 1)
      assert.match((await browser.get('/a/3')).body, />They keep\nmy passport<\/textarea>/)
    assert.match((await browser.get('/a/3')).body, /What is happening to you\?/)
    assert.match((await browser.get('/report')).body, /href="\/a\/14">Go on with the answers/)
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

  for (const { title, answers } of journeyCases)
    test(`a report arrives from ${title}`, async () => {
      const browser = new Browser(site.app)
      assert.equal(await walk(browser, pagesOf(answers)), '/a/check')
      const { reference } = await send(browser)
      const report = await openReport(reference)
      const said = report.answers.flatMap(({ fields }) => fields.map(({ name }) => name))
      const typed = Object.values(answers).flatMap((answer) => Object.keys(answer))
      assert.deepEqual(new Set(said), new Set(typed))
    })

  test('with the receipt stands who can give support, as far as the answers tell', async () => {
    const browser = new Browser(site.app)
    await walk(browser, { ...wholeReport, '1': { role: 'self' }, '14': { signs: ['home'] } })
    await send(browser)
    const { body } = await browser.get('/a/receipt')
    assert.match(body, /Who can give support/)
    const names = [...body.matchAll(/<h3[^>]*>([^<]+)<\/h3>/g)].map((found) => found[1])
    assert.deepEqual(names.slice(0, 2), ['Kalayaan', 'Modern Slavery Helpline'])
    assert.match(body, /href="tel:08000121700"/)
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
    const finish = await browser.post('/a/finish', { unchecked: 'yes' })
    assert.equal(finish.headers.location, '/a/done')
    assert.equal(browser.cookies.size, 0)
    assert.equal(await countDrafts(), drafts - 1)
    assert.match((await browser.get('/a/done')).body, /You are done/)
    assert.equal((await browser.get('/a/receipt')).statusCode, 410)
    assert.equal((await browser.post('/a/finish')).headers.location, '/a/done')
  })

  test('whoever types the last group has kept the receipt, and a wrong one is said kindly', async () => {
    const browser = new Browser(site.app)
    await walk(browser, wholeReport)
    const { receipt } = await send(browser)
    const empty = await browser.post('/a/finish', { 'last-group': ' ' })
    assert.equal(empty.statusCode, 422)
    assert.match(empty.body, /<a href="#last-group">Please type the last group/)
    const wrong = await browser.post('/a/finish', { 'last-group': '<b>0' })
    assert.equal(wrong.statusCode, 422)
    assert.match(wrong.body, /value="&lt;b&gt;0"/)
    assert.equal(textOf(wrong, 'receipt'), receipt)
    const last = receipt.slice(-4).toLowerCase()
    const right = await browser.post('/a/finish', { 'last-group': ` ${last} ` })
    assert.equal(right.headers.location, '/a/done')
    assert.equal(browser.cookies.size, 0)
  })

  test('finishing throws away nothing that was not sent', async () => {
    const browser = new Browser(site.app)
    await walk(browser, wholeReport)
    assert.equal((await browser.post('/a/finish')).headers.location, '/a/check')
    assert.equal((await browser.get('/a/check')).statusCode, 200)
  })

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
