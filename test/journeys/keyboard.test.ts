/** What the accessibility statement says of keyboards: every step of telling us, with keys alone. */
import assert from 'node:assert/strict'
import type { AddressInfo } from 'node:net'
import { after, before, describe, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { openChromium } from '../chromium.ts'
import { type OpenSite, openWholeSite } from '../open-site.ts'
import { takenOver } from '../tell-in-chromium.ts'

describe('With a keyboard alone', () => {
  let site: OpenSite
  let chromium: Browser
  let page: Page
  let address = ''

  before(async () => {
    site = await openWholeSite()
    await site.openDesk()
    await site.app.listen({ host: '127.0.0.1', port: 0 })
    address = `http://localhost:${(site.app.server.address() as AddressInfo).port}`
    chromium = await openChromium()
    await openTab(true)
  })
  after(async () => {
    await chromium.close()
    await site.close()
  })

  async function openTab(javaScriptEnabled: boolean): Promise<void> {
    const viewport = { width: 390, height: 700 }
    const context = await chromium.newContext({ viewport, javaScriptEnabled })
    context.setDefaultTimeout(15_000)
    page = await context.newPage()
  }

  /** Presses Tab until what is wanted has the focus; what has it on the way is always in sight. */
  async function tabTo(selector: string): Promise<void> {
    for (let presses = 0; presses < 60; presses += 1) {
      await page.keyboard.press('Tab')
      assert.equal(
        await page.evaluate<boolean>(isCovered),
        false,
        `focus is hidden before ${selector}`,
      )
      if (
        await page.evaluate<boolean>(`document.activeElement.matches(${JSON.stringify(selector)})`)
      )
        return
    }
    assert.fail(`no key leads to ${selector}`)
  }

  // The bar that leaves the site is always in sight, and so must be whatever has the focus.
  const isCovered = `(() => {
    const bar = document.querySelector('.exit').getBoundingClientRect()
    const { activeElement } = document
    if (activeElement.closest('.exit')) return false
    const { top, bottom } = activeElement.getBoundingClientRect()
    return top >= bar.top && bottom <= bar.bottom
  })()`

  async function goOn(then: string): Promise<void> {
    await tabTo('main .govuk-button')
    await page.keyboard.press('Enter')
    await page.locator(then).first().waitFor()
  }

  test('a visitor reaches everything on the front page, the way out first', async () => {
    await page.goto(address)
    await page.keyboard.press('Tab')
    assert.equal(await page.evaluate('document.activeElement.textContent'), 'Leave this site')
    await tabTo('.govuk-skip-link')
    await tabTo('main a[href="tel:999"]')
    await tabTo('main summary')
    await tabTo('footer a[href="/accessibility"]')
  })

  for (const script of [true, false])
    test(`a reporter ${script ? 'with' : 'without'} script answers, sends and keeps the receipt`, async () => {
      await openTab(script)
      await page.goto(`${address}/report`)
      if (script) await takenOver(page)
      await tabTo('[name=role]')
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('ArrowDown')
      await goOn('[name=consent]')
      await goOn('[name=what]')
      await tabTo('[name=what]')
      await page.keyboard.type('Sample words')
      await goOn('[name=signs]')
      await tabTo('[name=signs]')
      await page.keyboard.press('Space')
      for (const name of ['danger-now', 'where', 'when', 'who', 'vehicles', 'files'])
        await goOn(`[name=${name}]`)
      await goOn('form[action="/a/send"]')
      await goOn('#receipt')
      const receipt = (await page.locator('#receipt').textContent()) ?? ''
      assert.match(receipt, /^(\w{4} ){5}\w{4}$/)
      await tabTo('[name=last-group]')
      await page.keyboard.type(receipt.slice(-4))
      await page.keyboard.press('Enter')
      await page.locator('h1:has-text("You are done")').waitFor()
    })
})
