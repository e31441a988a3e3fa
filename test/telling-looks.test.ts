/** Telling us in a real browser without script: what is on the screen and on the paper. */
import assert from 'node:assert/strict'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { openChromium } from './chromium.ts'
import { type OpenSite, openWholeSite } from './open-site.ts'
import { overflowOf } from './page-checks.ts'

let site: OpenSite
let browser: Browser
let page: Page
let address = ''

before(async () => {
  site = await openWholeSite()
  await site.openDesk()
  await site.app.listen({ host: '127.0.0.1', port: 0 })
  address = `http://localhost:${(site.app.server.address() as AddressInfo).port}`
  browser = await openChromium()
  const viewport = { width: 320, height: 640 }
  page = await (await browser.newContext({ viewport, javaScriptEnabled: false })).newPage()
})

after(async () => {
  await browser?.close()
  await site?.close()
})

const next = () => page.getByRole('button', { name: 'Continue' }).click()

test('whoever answers sees the question and the way out, and nothing that leads away', async () => {
  await page.goto(`${address}/report`)
  await next()
  await next()
  await page.getByRole('heading', { name: 'What has happened, or what have you seen?' }).waitFor()
  assert.equal(await page.getByRole('navigation').count(), 0)
  assert.equal(await page.locator('.govuk-phase-banner').count(), 0)
  assert.equal(await page.getByRole('link', { name: 'Leave this site' }).isVisible(), true)
  const field = await page.locator('textarea').boundingBox()
  assert.ok((field?.y ?? 999) < 400, 'the field begins on the first screen')
})

test('a word as long as a line of many stays on the page when answers are checked', async () => {
  await page.locator('[name=what]').fill(`Look at ${'https-example-org-'.repeat(20)}`)
  for (let question = 3; question < 11; question += 1) await next()
  await page.getByRole('heading', { name: 'Check your answers' }).waitFor()
  assert.ok((await overflowOf(page)) <= 0)
})

test('the receipt is large on the screen, and alone on the paper', async () => {
  await page.getByRole('button', { name: 'Send' }).click()
  const receipt = page.locator('#receipt')
  await receipt.waitFor()
  assert.ok((await overflowOf(page)) <= 0)
  const size = await page.evaluate(
    'parseFloat(getComputedStyle(document.querySelector("#receipt")).fontSize)',
  )
  assert.ok(Number(size) >= 24, `${size}px`)
  await page.emulateMedia({ media: 'print' })
  const paper = (await page.locator('body').innerText()).replaceAll(/\s+/g, ' ').trim()
  assert.match(paper, /^Your receipt [0-9A-Z ]{29} Your reference [a-z]+ [a-z]+ \d{3}$/)
})
