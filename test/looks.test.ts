/** Every public page in a real browser: what people see, hear and reach. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setImmediate } from 'node:timers/promises'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { openChromium } from './chromium.ts'
import { type OpenSite, openWholeSite } from './open-site.ts'
import { barriersOn, faultsIn, overflowOf } from './page-checks.ts'
import { advicePages, otherPages } from './public-pages.ts'

const pages = [...advicePages, ...otherPages]

let site: OpenSite
let browser: Browser

before(async () => {
  site = await openWholeSite()
  await site.openDesk()
  browser = await openChromium()
})

after(async () => {
  await browser.close()
  await site.close()
})

for (const path of pages) {
  test(`people with a screen reader or poor sight can use ${path}`, async () => {
    const markup = await read(path)
    assert.deepEqual(await faultsIn(markup), [])
    for (const colorScheme of ['light', 'dark'] as const) {
      const tab = await open(markup, 1280, { colorScheme })
      assert.deepEqual(await barriersOn(tab), [], colorScheme)
      await tab.context().close()
    }
  })

  test(`nothing of ${path} runs off the side of the narrowest phone, whatever the size of text`, async () => {
    const tab = await open(await read(path), 320)
    assert.ok((await overflowOf(tab)) <= 0)
    await tab.evaluate('document.documentElement.dataset.textSize = "larger"')
    assert.ok((await overflowOf(tab)) <= 0, 'with larger text')
    await tab.context().close()
  })
}

test('nothing of a Welsh page runs off the side of the narrowest phone either', async () => {
  const welsh = await openWholeSite(['cy'])
  for (const path of pages) {
    // The door turns visitors away while pages that are made without a pause keep it from listening.
    await setImmediate()
    const { body } = await welsh.app.inject({ url: path, headers: { host: 'localhost' } })
    assert.match(body, /<html lang="cy"/)
    assert.deepEqual(await faultsIn(body), [], path)
    const tab = await open(body, 320)
    await tab.evaluate('document.documentElement.dataset.textSize = "larger"')
    assert.ok((await overflowOf(tab)) <= 0, path)
    await tab.context().close()
  }
  await welsh.close()
})

test('whom to call in danger is in sight on every page of advice before anything is asked', async () => {
  for (const path of advicePages.filter((page) => page === '/' || /help|guides|org/.test(page))) {
    const tab = await open(await read(path), 390)
    const call = tab.getByRole('link', { name: 'Call 999 if someone is in danger now' })
    assert.ok(((await call.boundingBox())?.y ?? 999) < 60, path)
    await tab.context().close()
  }
})

test('whoever cannot speak learns on the front page how to call', async () => {
  const tab = await open(await read('/'), 390)
  const steps = tab.getByText('press 55 when it asks you to')
  assert.equal(await steps.isVisible(), false)
  await tab.getByText('Call without speaking', { exact: true }).click()
  assert.equal(await steps.isVisible(), true)
  await tab.context().close()
})

test('on paper stand the words and the numbers, not the way around', async () => {
  const tab = await open(await read('/help'), 800, { colorScheme: 'dark' })
  await tab.emulateMedia({ media: 'print' })
  for (const hidden of ['.exit', '.govuk-cookie-banner', '.govuk-service-navigation', '.contents'])
    assert.equal(await tab.locator(hidden).first().isVisible(), false, hidden)
  assert.equal(await tab.locator('.urgent').isVisible(), true)
  const shown = (href: string) =>
    tab.evaluate<string>(
      `getComputedStyle(document.querySelector('main a[href^="${href}"]'), '::after').content`,
    )
  assert.match(await shown('https:'), /attr|https/)
  assert.equal(await shown('/guides'), 'none')
  assert.equal(await tab.evaluate('getComputedStyle(document.body).color'), 'rgb(27, 38, 36)')
  await tab.context().close()
})

async function read(path: string): Promise<string> {
  return (await site.app.inject({ url: path, headers: { host: 'localhost' } })).body
}

async function open(
  markup: string,
  width: number,
  settings: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 800 }, ...settings })
  const tab = await context.newPage()
  await tab.setContent(markup)
  return tab
}
