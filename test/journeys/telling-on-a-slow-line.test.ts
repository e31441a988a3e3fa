/** Telling us on a slow phone: nobody waits for the script, and sealing takes no longer than a breath. */
import assert from 'node:assert/strict'
import type { AddressInfo } from 'node:net'
import { after, before, describe, test } from 'node:test'
import type { Browser, CDPSession, Page } from 'playwright-core'
import { openChromium } from '../chromium.ts'
import { journeyCases } from '../journey-cases.ts'
import { type OpenSite, openWholeSite } from '../open-site.ts'
import { answerAll, openSent, sendAndRead, takenOver } from '../tell-in-chromium.ts'

const [inDanger] = journeyCases
assert.ok(inDanger)

/** What browsers call slow 3G, in bytes a second. */
const slow = { offline: false, latency: 800, downloadThroughput: 50_000, uploadThroughput: 50_000 }

describe('Telling us on a slow line', () => {
  let site: OpenSite
  let chromium: Browser
  let address = ''

  before(async () => {
    site = await openWholeSite()
    await site.openDesk()
    await site.app.listen({ host: '127.0.0.1', port: 0 })
    address = `http://localhost:${(site.app.server.address() as AddressInfo).port}`
    chromium = await openChromium()
  })
  after(async () => {
    await chromium?.close()
    await site?.close()
  })

  async function onSlowLine(): Promise<{ page: Page; line: CDPSession }> {
    const page = await (await chromium.newContext()).newPage()
    page.setDefaultTimeout(30_000)
    const line = await page.context().newCDPSession(page)
    await line.send('Network.enable')
    await line.send('Network.emulateNetworkConditions', slow)
    return { page, line }
  }

  test('the first question can be answered before the script is there, and goes on without it', async () => {
    const { page } = await onSlowLine()
    let isThere = false
    page.on('response', (response) => {
      if (response.url().includes('/a/s/journey')) isThere = true
    })
    await page.goto(`${address}/report`, { waitUntil: 'commit' })
    await page.locator('[value=other] + label').click()
    await page.locator('main form .govuk-button').click()
    await page.waitForURL('**/a/2')
    assert.equal(isThere, false)
    assert.match(await page.locator('#sealed').innerText(), /when it arrives at our server/)
    assert.equal(await page.locator('script[src]').count(), 0)
    await page.context().close()
  })

  test('what was chosen before the script came is still chosen when it is there', async () => {
    const { page } = await onSlowLine()
    await page.goto(`${address}/report`, { waitUntil: 'commit' })
    await page.locator('[value=danger] + label').click()
    await takenOver(page)
    assert.equal(await page.locator('[value=danger]').isChecked(), true)
    assert.equal(await page.evaluate('document.activeElement.value'), 'danger')
    await answerAll(page, inDanger)
    await openSent(site, await sendAndRead(page))
    await page.context().close()
  })

  test('the script is asked for when all that can be read has come', async () => {
    const markup = await (await fetch(`${address}/report`)).text()
    const scripts = [...markup.matchAll(/<script [^>]*src=/g)]
    assert.equal(scripts.length, 1)
    assert.ok((scripts[0]?.index ?? 0) > markup.indexOf('</footer>'))
    for (const path of ['/', '/help', '/a/done'])
      assert.doesNotMatch(await (await fetch(`${address}${path}`)).text(), /<script [^>]*src=/)
  })
})
