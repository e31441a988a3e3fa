import assert from 'node:assert/strict'
import { after, afterEach, before, beforeEach, describe, test } from 'node:test'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { openChromium } from '../../../test/chromium.ts'
import { type OpenSite, openWholeSite } from '../../../test/open-site.ts'

describe('A visit with script is one step of the history', () => {
  let site: OpenSite
  let browser: Browser
  let context: BrowserContext
  let page: Page
  let home = ''

  before(async () => {
    site = await openWholeSite()
    await site.openDesk()
    const address = await site.app.listen({ host: '127.0.0.1', port: 0 })
    home = address.replace('127.0.0.1', 'localhost')
    browser = await openChromium()
  })
  after(async () => {
    await browser.close()
    await site.close()
  })
  beforeEach(async () => {
    context = await browser.newContext()
    page = await context.newPage()
    await page.goto(`${home}/guides/signs`)
  })
  afterEach(() => context.close())

  const entries = () => page.evaluate<number>('history.length')
  const follow = async (name: string, path: string) => {
    await page.getByRole('link', { name, exact: true }).first().click()
    await page.waitForURL(`${home}${path}`)
  }

  test('whichever links are followed, and Back leaves the site', async () => {
    const first = await entries()
    await follow('Organisations', '/organizations')
    await follow('Get help', '/help')
    await page.locator('a[href="#main-content"]').focus()
    await page.keyboard.press('Enter')
    assert.equal(await page.evaluate('document.activeElement.id'), 'main-content')
    await follow('Home', '/')
    assert.equal(await entries(), first)
    await page.goBack()
    assert.equal(page.url(), 'about:blank')
  })

  test('and forms add none: choices, preferences, feedback with a mistake and without', async () => {
    const first = await entries()
    await page.getByRole('button', { name: 'Reject all' }).click()
    await page.getByText('Your choice is saved.').first().waitFor()
    assert.match(String((await context.cookies())[0]?.name), /choices/)
    await page.getByRole('link', { name: 'tell us what you think' }).first().click()
    await page.waitForURL(/feedback/)
    await page.locator('main form .govuk-button').click()
    await page.locator('.govuk-error-summary').waitFor()
    assert.match(await page.title(), /^Error: /)
    await page.locator('main form textarea').first().fill('A sample of feedback')
    await page.locator('main form .govuk-button').click()
    await page.getByText('Thank you').first().waitFor()
    assert.equal(await entries(), first)
  })

  test('a link opened beside it, a number to call and another site are left to the browser', async () => {
    const opened = context.waitForEvent('page')
    await page.getByRole('link', { name: 'Home', exact: true }).click({ modifiers: ['Control'] })
    await (await opened).waitForURL(`${home}/`)
    assert.equal(page.url(), `${home}/guides/signs`)
    const first = await entries()
    await page.route('https://elsewhere.example/**', (route) =>
      route.fulfill({ body: 'elsewhere' }),
    )
    await page.evaluate(`{
      const link = document.createElement('a')
      Object.assign(link, { href: 'https://elsewhere.example/', textContent: 'Elsewhere' })
      document.querySelector('main').prepend(link)
    }`)
    await page.getByText('Elsewhere').click()
    await page.waitForURL('https://elsewhere.example/')
    assert.equal(await entries(), first + 1)
  })

  test('unless somebody wants a step for each page; and the safer way has no names', async () => {
    await page.goto(`${home}/preferences`)
    await page.getByText('Ordinary: a step for each page').click()
    await page.getByText(/^Remember this on this device/).click()
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.waitForURL(/choices=saved/)
    const first = await entries()
    await follow('Guides', '/guides')
    assert.equal(await entries(), first + 1)
    await page.goto(`${home}/preferences`)
    await page.getByText('Safer: one step, and no page has a name').click()
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.waitForURL(/choices=saved/)
    const second = await entries()
    await follow('Guides', '/guides')
    assert.equal(await page.title(), 'Information')
    assert.equal(await page.locator('h1').innerText(), 'Guides')
    assert.equal(await entries(), second)
  })
})
