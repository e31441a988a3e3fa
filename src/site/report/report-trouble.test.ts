import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { Browser, type OpenSite, openWholeSite } from '../../../test/open-site.ts'
import { assertNumbers, send, walk, wholeReport } from '../../../test/telling.ts'

describe('When telling us goes wrong', () => {
  let site: OpenSite
  before(async () => {
    site = await openWholeSite()
    await site.openDesk()
  })
  after(() => site.close())

  test('what was typed stays when something is wrong with it', async () => {
    const browser = new Browser(site.app)
    await walk(browser, { '1': {}, '2': {} })
    const empty = await browser.post('/a/3', { what: '  ' })
    assert.equal(empty.statusCode, 422)
    assert.match(empty.body, /<title>Error: Information, page 3<\/title>/)
    assert.match(empty.body, /<a href="#what">Please write a few words, or tick one/)
    const long = `<script>alert(1)</script>${'x'.repeat(15_000)}`
    const tooLong = await browser.post('/a/3', { what: long })
    assert.equal(tooLong.statusCode, 422)
    assert.match(tooLong.body, /25 characters too long/)
    assert.ok(tooLong.body.includes(`&lt;script&gt;alert(1)&lt;/script&gt;${'x'.repeat(15_000)}`))
    const unknown = await browser.post('/a/2', { consent: 'everything' })
    assert.equal(unknown.statusCode, 422)
    assert.match(unknown.body, /<a href="#consent">Please choose one of the answers/)
  })

  for (const letter of ['a', '\u1275'])
    test(`an answer of 100,000 characters (${letter}) is refused kindly, and nothing of it is lost`, async () => {
      const browser = new Browser(site.app)
      await walk(browser, { '1': {}, '2': {} })
      const long = letter.repeat(100_000)
      const answer = await browser.post('/a/3', { what: long })
      assert.equal(answer.statusCode, 422)
      assert.match(answer.body, /85000 characters too long/)
      assert.ok(answer.body.includes(`>${long}</textarea>`))
      assertNumbers(answer)
    })

  test('writing that turns around stays inside its own line when answers are checked', async () => {
    const browser = new Browser(site.app)
    const trick = 'evil \u202egpj.exe\r\n\u2067second line'
    await walk(browser, { ...wholeReport, '3': { what: trick } })
    const { body } = await browser.get('/a/check')
    assert.ok(body.includes('<bdi>evil \u202egpj.exe</bdi><br><bdi>\u2067second line</bdi>'))
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
    await walk(browser, { '1': {}, '2': {}, '3': { what: 'again' }, '14': {}, '8': {} })
    assert.equal((await browser.get('/a/4')).body.includes('behind the station'), true)
    site.clock.now = now
  })

  test('a key whose time is over leaves the browser, and no longer tells that a report was begun', async () => {
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
})
