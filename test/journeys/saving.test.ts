/** Stopping half way and coming back another day, in a real browser, with script and without. */
import assert from 'node:assert/strict'
import type { AddressInfo } from 'node:net'
import { after, before, describe, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { openChromium } from '../chromium.ts'
import { type OpenSite, openWholeSite } from '../open-site.ts'
import { barriersOn, overflowOf } from '../page-checks.ts'
import { openSent, sendAndRead, takenOver } from '../tell-in-chromium.ts'
import { tracesIn } from '../traces.ts'

const words = 'Lights behind the green shutters all night'

for (const javaScriptEnabled of [true, false])
  describe(`Stopping half way and coming back, ${javaScriptEnabled ? 'with' : 'without'} script`, () => {
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

    async function open(path: string): Promise<Page> {
      const viewport = { width: 320, height: 640 }
      const context = await chromium.newContext({ viewport, javaScriptEnabled })
      context.setDefaultTimeout(20_000)
      const page = await context.newPage()
      await page.goto(`${address}${path}`)
      if (javaScriptEnabled) await takenOver(page)
      return page
    }

    async function check(page: Page, state: string): Promise<void> {
      if (!javaScriptEnabled) return
      assert.deepEqual(await barriersOn(page), [], state)
      assert.ok((await overflowOf(page)) <= 0, `${state} runs off the side`)
    }

    const next = (page: Page) => page.locator('main form .govuk-button').first().click()
    const receiptOn = async (page: Page) => (await page.locator('#receipt').innerText()).trim()

    /** From the first page to the question about what happened, and there into its field. */
    async function tellUntilWhat(page: Page): Promise<void> {
      await page.locator('[name="role"][value="other"] + label').click()
      for (let round = 0; (await page.locator('[name="what"]').count()) === 0; round += 1) {
        assert.ok(round < 10)
        const before = await page.locator('h1').innerText()
        await next(page)
        await page.locator('h1').filter({ hasNotText: before }).waitFor()
      }
      await page.locator('[name="what"]').fill(words)
    }

    test('the answers wait under a receipt of their own, and are in the report that is sent', async () => {
      const page = await open('/report')
      const asked: { where: string; bytes: Buffer }[] = []
      page.on('request', (request) => {
        const where = `${request.method()} ${new URL(request.url()).pathname}`
        asked.push({ where, bytes: request.postDataBuffer() ?? Buffer.alloc(0) })
      })
      await tellUntilWhat(page)
      await page.locator('button[value="save"]').click()
      const receipt = await receiptOn(page)
      await check(page, 'saved')
      if (javaScriptEnabled) {
        const spellings = [receipt, receipt.replaceAll(' ', '-'), receipt.replaceAll(' ', '')]
        assert.deepEqual(tracesIn(asked, [words, ...spellings]), [])
        assert.equal(asked.at(-1)?.where, 'POST /a/s/save')
        assert.equal(await page.evaluate('history.length'), 2)
      }
      await page.locator('button[value="leave"]').click()
      await page.locator('a[href="/a/resume"]').waitFor()
      await check(page, 'left')
      assert.deepEqual(await page.context().cookies(), [])
      await page.context().close()

      const later = await open('/report')
      await later.locator('a[href="/a/resume"]').click()
      await later.locator('#receipt').fill('7KQ2')
      await next(later)
      await later.locator('.govuk-error-summary').waitFor()
      await check(later, 'mistyped')
      await later.locator('#receipt').fill(receipt.toLowerCase())
      await next(later)
      await later.locator('[name="what"]').waitFor({ state: 'detached' })
      assert.equal(await later.locator('#receipt').count(), 0)
      await goToCheck(later)
      assert.match(await later.locator('main').innerText(), new RegExp(words))
      await check(later, 'check')
      const sent = await sendAndRead(later)
      assert.ok(JSON.stringify(await openSent(site, sent)).includes(words))
      await eventually(
        async () =>
          (await site.database.selectFrom('saved_drafts').selectAll().execute()).length === 0,
      )
    })

    async function goToCheck(page: Page): Promise<void> {
      const isThere = () => page.locator('form[action="/a/send"]').count()
      for (let round = 0; (await isThere()) === 0; round += 1) {
        assert.ok(round < 40)
        const action = await page.locator('main form').first().getAttribute('action')
        await next(page)
        await page.locator(`main form[action="${action}"]`).waitFor({ state: 'detached' })
        await page.locator('main form').first().waitFor()
      }
    }

    if (javaScriptEnabled)
      test('where it cannot be saved, what was written is still on the page, with the numbers', async () => {
        const page = await open('/report')
        await tellUntilWhat(page)
        await page.route('**/a/s/save', (route) => route.abort())
        await page.locator('button[value="save"]').click()
        await page.locator('.govuk-error-summary').waitFor()
        assert.equal(await page.locator('[name="what"]').inputValue(), words)
        await check(page, 'not saved')
        await page.context().close()
      })
  })

async function eventually(isTrue: () => Promise<boolean>): Promise<void> {
  for (let round = 0; !(await isTrue()); round += 1) {
    assert.ok(round < 50)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
