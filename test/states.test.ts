/** Every page and state that a visitor can bring about: nobody is shut out of any of them. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser as Chromium, Page } from 'playwright-core'
import { newReceipt } from '../src/sealing/receipt.ts'
import { Fault, faultStatuses } from '../src/web/fault.ts'
import { openChromium } from './chromium.ts'
import { sendAndComeBack } from './come-back.ts'
import { journeyCases } from './journey-cases.ts'
import { keptByBrowsers } from './kept-by-browsers.ts'
import { Browser, type OpenSite, openWholeSite } from './open-site.ts'
import { barriersOn, faultsIn, overflowOf } from './page-checks.ts'
import { openSmallSite } from './small-site.ts'
import { pagesOf, walk, wholeReport } from './telling.ts'

describe('Nobody is shut out', () => {
  let site: OpenSite
  let chromium: Chromium
  let tab: Page

  before(async () => {
    const smtpUrl = 'smtp://127.0.0.1:1'
    const post = { from: 'messages@mail.example', textGateway: '{number}@texts.example' }
    site = await openWholeSite(['en'], {}, { smtpUrl, post })
    chromium = await openChromium()
    tab = await (await chromium.newContext({ viewport: { width: 320, height: 800 } })).newPage()
  })
  after(async () => {
    await chromium.close()
    await site.close()
  })

  async function check(state: string, { body }: { readonly body: string }): Promise<void> {
    assert.deepEqual(await faultsIn(body), [], state)
    assert.deepEqual(keptByBrowsers(body), [], state)
    await tab.setContent(body)
    assert.deepEqual(await barriersOn(tab), [], state)
    assert.ok((await overflowOf(tab)) <= 0, `${state} runs off the side`)
    const forbidden =
      'select, datalist, dialog, [type=date], [style], [onclick], img, script[src]:not([type=module][src^="/assets/telling-"])'
    assert.equal(await tab.locator(forbidden).count(), 0, `${state} has what no page may have`)
  }

  test('while telling is closed', async () => {
    const browser = new Browser(site.app)
    await check('closed', await browser.get('/report'))
    await check('closed, typed', await browser.post('/a/3', { what: 'Sample words' }))
    await check('feedback closed', await browser.get('/feedback'))
    await site.openDesk()
  })

  for (const { title, answers } of journeyCases)
    test(`at any question of ${title}`, async () => {
      const browser = new Browser(site.app)
      const pages = pagesOf(answers)
      let next = '/a/1'
      while (next !== '/a/check') {
        if (next !== '/a/1') await check(next, await browser.get(next))
        const answer = await browser.post(next, pages[next.slice('/a/'.length)] ?? {})
        next = String(answer.headers.location)
      }
      await check('check', await browser.get('/a/check'))
    })

  test('from the first question to the receipt, and after', async () => {
    const browser = new Browser(site.app)
    const long = { who: 'Somebodywithaverylongnameindeed'.repeat(4), businesses: 'x'.repeat(900) }
    await walk(browser, { ...wholeReport, '6': long, '3': { what: 'Words <b>in a box</b>' } })
    await check('begun', await browser.get('/report'))
    await check('check', await browser.get('/a/check'))
    await browser.post('/a/send')
    await check('receipt', await browser.get('/a/receipt'))
    await check('sent already', await browser.post('/a/4', { where: 'Too late' }))
    await check('wrong last group', await browser.post('/a/finish', { 'last-group': 'X' }))
    await browser.post('/a/finish', { unchecked: 'yes' })
    await check('done', await browser.get('/a/done'))
  })

  test('when something is wrong with what was typed, or it is too late', async () => {
    const browser = new Browser(site.app)
    await browser.post('/a/1', { role: 'other' })
    await browser.post('/a/2', { consent: 'anonymous' })
    await check('empty', await browser.post('/a/3', { what: '' }))
    await check('too long', await browser.post('/a/3', { what: 'a'.repeat(15_001) }))
    await check('no such answer', await browser.post('/a/2', { consent: 'maybe' }))
    await browser.post('/a/3', { what: 'Sample words' })
    await check('no such sign', await browser.post('/a/14', { signs: ['pay', 'none', 'ghosts'] }))
    await browser.post('/a/14', {})
    const huge = { 'danger-about': 'a'.repeat(2_001), children: 'perhaps' }
    await check('two things wrong', await browser.post('/a/8', huge))
    await browser.post('/a/8', { 'danger-now': 'yes', 'danger-about': '' })
    await check('danger found', await browser.get('/a/12'))
    site.clock.now = new Date(site.clock.now.getTime() + 3 * 60 * 60 * 1000)
    await check('too late to look', await browser.get('/a/4'))
    await check('too late to answer', await browser.post('/a/4', { where: 'Sample place' }))
  })

  test('when answers wait for another day', async () => {
    const browser = new Browser(site.app)
    await browser.post('/a/1', { role: 'other' })
    await browser.post('/a/2', { consent: 'share', next: 'save' })
    await check('saved', await browser.get('/a/save'))
    await check('resume beside another', await browser.get('/a/resume'))
    await check('unsaved', await browser.post('/a/save', { next: 'destroy' }))
    await browser.post('/a/save')
    await browser.post('/a/save', { next: 'leave' })
    await check('left', await browser.get('/a/saved'))
    await check('no such draft', await browser.post('/a/resume', { receipt: newReceipt() }))
    await check('mistyped', await browser.post('/a/resume', { receipt: '7KQ2 <b>' }))
  })

  test('when somebody asks to be told of messages', async () => {
    const { browser } = await sendAndComeBack(site)
    const long = `${'sam'.repeat(20)}@${'home'.repeat(20)}.example`
    await check('notice', await browser.get('/b/notice'))
    await check('no way', await browser.post('/b/notice', { address: long }))
    await check('no number', await browser.post('/b/notice', { way: 'text', address: long }))
    await check('look', await browser.post('/b/notice', { way: 'email', address: long }))
    await browser.post('/b/notice', { way: 'email', address: long, next: 'keep' })
    await check('notice is on', await browser.get('/b/notice'))
  })

  test('around the choices, preferences and feedback', async () => {
    const browser = new Browser(site.app)
    await check('choices failed', await new Browser(site.app).get('/?choices=saved'))
    await check('preferences refused', await browser.post('/preferences', { textSize: 'large' }))
    await check('choices missing', await browser.post('/cookies', { preferences: 'yes' }))
    await browser.post('/choices', { choice: 'accept', back: '/' })
    await check('choices saved', await browser.get('/?choices=saved'))
    await check('cookies', await browser.get('/cookies?choices=saved'))
    await check('feedback empty', await browser.post('/feedback', { comment: '', page: '' }))
    await check('feedback thanks', await browser.get('/feedback/thanks'))
  })

  test('when a request goes wrong', async () => {
    const small = await openSmallSite([
      (app) => {
        for (const status of faultStatuses)
          app.get(`/fault/${status}`, async () => {
            throw new Fault(status, 'sample')
          })
      },
    ])
    for (const status of faultStatuses)
      await check(String(status), await small.app.inject(`/fault/${status}`))
    await small.close()
  })
})
