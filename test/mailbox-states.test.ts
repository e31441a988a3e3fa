/** Every page and state of the mailbox without script: nobody is shut out of any of them. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser as Chromium, Page } from 'playwright-core'
import { newReceipt } from '../src/sealing/receipt.ts'
import { openChromium } from './chromium.ts'
import { findReport, sendAndComeBack, writeAsOfficer } from './come-back.ts'
import { keptByBrowsers } from './kept-by-browsers.ts'
import { Browser, type OpenSite, openWholeSite } from './open-site.ts'
import { barriersOn, faultsIn, overflowOf } from './page-checks.ts'
import { send, walk, wholeReport } from './telling.ts'

const endless = `Somebodywithaverylongnameindeed${'x'.repeat(300)}`

describe('Nobody is shut out of the mailbox', () => {
  let site: OpenSite
  let chromium: Chromium
  let tab: Page

  before(async () => {
    site = await openWholeSite()
    await site.openDesk()
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
      'select, datalist, dialog, [type=date], [style], [onclick], script[src]:not([src^="/assets/"]), img'
    assert.equal(await tab.locator(forbidden).count(), 0, `${state} has what no page may have`)
  }

  test('while coming back', async () => {
    const browser = new Browser(site.app)
    await check('come', await browser.get('/b'))
    for (const receipt of ['', 'ABCD', 'A'.repeat(24), 'A'.repeat(2_000), newReceipt()])
      await check(`come with ${receipt.length}`, await browser.post('/b', { receipt }))
    await check('over', await browser.get('/b/open'))
    await check('closed', await browser.get('/b/close'))
  })

  test('on the receipt, with its last group right and wrong', async () => {
    const browser = new Browser(site.app)
    await walk(browser, wholeReport)
    await send(browser)
    await check('receipt', await browser.get('/a/receipt'))
    await check('empty', await browser.post('/a/finish', { 'last-group': '' }))
    await check('wrong', await browser.post('/a/finish', { 'last-group': endless }))
  })

  test('while reading and answering', async () => {
    const { browser, reference } = await sendAndComeBack(site)
    await check('empty mailbox', await browser.get('/b/open'))
    await writeAsOfficer(site, reference, {
      text: `${endless}\nAnd more`,
      lookAgainOn: '2026-11-26',
    })
    await browser.post('/b/message', { text: 'Answer' })
    await browser.post('/b/consent', { consent: 'anonymous' })
    await check('mailbox', await browser.get('/b/open?said=consent'))
    await check('open already', await browser.get('/b'))
    await check('message', await browser.get('/b/message'))
    await check('message empty', await browser.post('/b/message', { text: '' }))
    await check('message long', await browser.post('/b/message', { text: 'x'.repeat(10_001) }))
    const over = new Browser(site.app)
    await check('message over', await over.post('/b/message', { text: endless }))
    const slip = { text: endless, receipt: 'ABCD' }
    await check('message over, mistyped', await over.post('/b/message', slip))
  })

  test('on every other page behind the receipt', async () => {
    const { browser, reference } = await sendAndComeBack(site)
    await check('consent', await browser.get('/b/consent'))
    await check('consent missing', await browser.post('/b/consent', {}))
    await check('withdraw', await browser.get('/b/withdraw'))
    await check('withdraw unsure', await browser.post('/b/withdraw', {}))
    await check('proof', await browser.get('/b/proof'))
    await check('reminder', await browser.get('/b/reminder'))
    const wrong = { title: endless, 'day-day': '99', 'day-month': '', 'day-year': '' }
    await check('reminder wrong', await browser.post('/b/reminder', wrong))
    const { id } = await findReport(site, reference)
    const damage = site.database.updateTable('reports').set({ envelope: 'damaged' })
    await damage.where('id', '=', id).execute()
    await check('damaged', await browser.get('/b/open'))
    await browser.post('/b/withdraw', { sure: 'yes' })
    await check('withdrawn', await browser.get('/b/close?said=withdrawn'))
  })

  test('when nothing behind the pages works', async () => {
    const { browser } = await sendAndComeBack(site)
    await site.database.schema.dropTable('mailbox_visits').execute()
    await check('come', await browser.post('/b', { receipt: newReceipt() }))
    await check('message', await browser.post('/b/message', { text: 'Typed' }))
    await check('consent', await browser.post('/b/consent', { consent: 'share' }))
    await check('withdraw', await browser.post('/b/withdraw', { sure: 'yes' }))
  })
})
