/** Telling us with script, in a real browser: one document, nothing in clear, nothing left behind. */
import assert from 'node:assert/strict'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, beforeEach, describe, test } from 'node:test'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { openChromium } from '../chromium.ts'
import { journeyCases } from '../journey-cases.ts'
import { type OpenSite, openWholeSite } from '../open-site.ts'
import { barriersOn, overflowOf } from '../page-checks.ts'
import { answerAll, fill, openSent, readKept, sendAndRead, takenOver } from '../tell-in-chromium.ts'
import { tracesIn } from '../traces.ts'

const [inDanger, , worried] = journeyCases
assert.ok(inDanger && worried)

/** Asks the page in one go what it has kept, and where it stands in the history. */
const leftInBrowser = `(async () => ({
  entries: history.length,
  address: location.pathname + location.search + location.hash,
  stored: localStorage.length + sessionStorage.length,
  databases: (await indexedDB.databases()).length,
  caches: (await caches.keys()).length,
}))()`

describe('Telling us in one document', () => {
  let site: OpenSite
  let chromium: Browser
  let weather: Server
  let address = ''
  let context: BrowserContext
  let page: Page

  before(async () => {
    weather = createServer((_request, response) => response.end('<title>Weather</title>Sunny'))
    weather.listen(0)
    const { port } = weather.address() as AddressInfo
    site = await openWholeSite(['en', 'cy'], { exit: `http://localhost:${port}/weather` })
    await site.openDesk()
    await site.app.listen({ host: '127.0.0.1', port: 0 })
    address = `http://localhost:${(site.app.server.address() as AddressInfo).port}`
    chromium = await openChromium()
  })
  after(async () => {
    await chromium?.close()
    await site?.close()
    weather?.close()
  })
  beforeEach(async (t) => {
    context = await chromium.newContext({ viewport: { width: 320, height: 640 } })
    context.setDefaultTimeout(20_000)
    const own = context
    page = await context.newPage()
    ;(t as unknown as { after(end: () => Promise<void>): void }).after(() => own.close())
  })

  async function begin(path = '/report'): Promise<void> {
    await page.goto(`${address}${path}`)
    await takenOver(page)
  }

  const next = () => page.locator('main form .govuk-button').first().click()
  const heading = () => page.locator('h1').innerText()
  const focused = () => page.evaluate<string>('document.activeElement.className')
  const count = async (): Promise<number> =>
    Number(
      (
        await site.database
          .selectFrom('reports')
          .select(({ fn }) => fn.countAll().as('all'))
          .executeTakeFirstOrThrow()
      ).all,
    )

  test('nothing that was said leaves the browser in clear, and nothing at all before “Send”', async () => {
    const asked: { readonly where: string; readonly bytes: Buffer }[] = []
    await begin()
    page.on('request', (request) => {
      const sent = request.postDataBuffer() ?? Buffer.alloc(0)
      const head = JSON.stringify({ url: request.url(), headers: request.headers() })
      asked.push({
        where: `${request.method()} ${new URL(request.url()).pathname}`,
        bytes: Buffer.concat([Buffer.from(head), sent]),
      })
    })
    await answerAll(page, worried)
    assert.deepEqual(asked, [])
    const kept = await sendAndRead(page)
    // What can be added to a report is asked for when the report is safe.
    const [terms, report, ...later] = asked.map(({ where }) => where)
    assert.deepEqual([terms, report], ['GET /a/s/terms', 'POST /a/s/report'])
    for (const where of later) assert.match(where, /^GET /)
    const said = Object.values(worried.answers).flatMap((answer) => Object.values(answer).flat())
    const secrets = [
      kept.receipt,
      kept.receipt.replaceAll(' ', ''),
      kept.receipt.replaceAll(' ', '-'),
    ]
    assert.deepEqual(tracesIn(asked, [...said, ...secrets]), [])
    assert.ok(tracesIn(asked, [kept.reference]).length > 0, 'the search finds what is there')
    assert.deepEqual(
      tracesIn([{ where: 'log', bytes: Buffer.from(JSON.stringify(site.logged)) }], said),
      [],
    )
    await openSent(site, kept)
  })

  test('the whole way is one entry of the history, and keeps nothing in the browser', async () => {
    await begin()
    const before = await page.evaluate<object>(leftInBrowser)
    await answerAll(page, inDanger)
    await sendAndRead(page)
    assert.deepEqual(await page.evaluate<object>(leftInBrowser), before)
    assert.deepEqual(before, { entries: 2, address: '/report', stored: 0, databases: 0, caches: 0 })
    assert.deepEqual(await context.cookies(), [])
  })

  test('every page says which way this is, has its own title, and is announced from its top', async () => {
    await begin()
    assert.equal(await page.locator('.govuk-cookie-banner, .ways').count(), 2)
    await next()
    assert.equal(await heading(), 'What may we do with what you tell us?')
    assert.match(await page.title(), /^Information, page 2$/)
    assert.match(await focused(), /govuk-heading/)
    assert.equal(await page.locator('.govuk-cookie-banner, .ways').count(), 0)
    const note = await page.locator('#sealed').innerText()
    assert.match(note, /sealed, which means locked, in this browser before anything is sent/)
    assert.match(note, /Our server never sees it/)
    assert.match(note, /Your browser’s own back button leaves this page and forgets/)
    await next()
    await next()
    assert.match(await page.title(), /^Error: Information, page 3$/)
    assert.match(await focused(), /govuk-error-summary/)
    await page.locator('.govuk-error-summary a').click()
    assert.match(await focused(), /govuk-textarea/)
    assert.equal(await page.evaluate('location.hash + history.length'), '2')
  })

  test('the Back link and the Change links lead to what was written', async () => {
    await begin()
    await answerAll(page, inDanger)
    await page.getByRole('link', { name: /^Change Where/ }).click()
    assert.equal(await page.locator('[name=where]').inputValue(), '7 Nowhere Lane')
    await page.locator('[name=where]').fill('8 Nowhere Lane')
    await next()
    assert.match(await page.locator('main').innerText(), /8 Nowhere Lane/)
    for (const question of [10, 4, 3, 2, 11, 1]) {
      await page.locator('.govuk-back-link').click()
      assert.equal(await page.locator('main form').getAttribute('action'), `/a/${question}`)
    }
    await page.locator('.govuk-back-link').click()
    assert.equal(await heading(), 'Tell us what happened, or what you saw')
    assert.equal(await page.locator('[value=danger]').isChecked(), true)
    assert.match(await page.locator('#sealed').innerText(), /in this browser before anything/)
  })

  test('nobody is shut out of any step, at 320 pixels, and no browser fills anything in', async () => {
    await begin()
    const check = async (state: string) => {
      assert.deepEqual(await barriersOn(page), [], state)
      assert.ok((await overflowOf(page)) <= 0, `${state} runs off the side`)
      const open =
        'main form:not([autocomplete=off]), main [type=text]:not([autocomplete=off]), main textarea:not([autocomplete=off]), select, datalist, dialog, [type=date], [style]'
      assert.equal(await page.locator(open).count(), 0, state)
    }
    await check('start')
    for (const id of worried.path) {
      const button = page.locator('main form .govuk-button').first()
      if (id === 'what') {
        await button.click()
        await check('nothing written')
        await page.locator('textarea').first().fill('x'.repeat(15_001))
        await button.click()
        await check('too much written')
      }
      await fill(page, worried.answers[id] ?? {})
      await button.click()
      await check(`after ${id}`)
    }
    await page.route('**/a/s/terms', (route) => route.abort())
    await next()
    await page.locator('.govuk-error-summary').waitFor()
    await check('offline')
    await page.unroute('**/a/s/terms')
    await sendAndRead(page)
    await check('receipt')
    await page.getByRole('button', { name: 'Show the receipt as a picture' }).click()
    await page.locator('[data-code] svg').waitFor()
    await check('receipt as a picture')
    await page.locator('[name=last-group]').fill('wrong')
    await page.getByRole('button', { name: 'Finish', exact: true }).click()
    await page.locator('#last-group-error').waitFor()
    await check('receipt mistyped')
    await page.getByRole('button', { name: 'Finish without checking' }).click()
    await check('done')
  })

  test('Escape leaves from the middle of it, and nothing leads back to what was written', async () => {
    await begin()
    await next()
    await next()
    await page.locator('[name=what]').fill('The green door')
    await page.keyboard.press('Escape')
    await page.getByText('Sunny').waitFor()
    await page.goBack()
    assert.equal(await page.getByText('The green door').count(), 0)
    assert.doesNotMatch(page.url(), /report/)
  })

  test('Escape leaves while the report is being sent, and no title comes back', async () => {
    await begin()
    await answerAll(page, inDanger)
    let release = (): void => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    await page.route('**/a/s/terms', async (route) => {
      await held
      await route.continue().catch(() => {})
    })
    await next()
    await page.locator('[data-sending]', { hasText: 'Please stay on this page' }).waitFor()
    await page.keyboard.press('Escape')
    release()
    await page.getByText('Sunny').waitFor()
    assert.equal(await page.title(), 'Weather')
  })

  test('who goes elsewhere and comes back by the browser’s own button finds nothing', async () => {
    await begin()
    await next()
    await next()
    await page.locator('[name=what]').fill('The green door')
    await next()
    // Typed: a link of ours would take the place of the page, and Back would leave the site.
    await page.goto(`${new URL(page.url()).origin}/privacy`)
    await page.goBack()
    await takenOver(page)
    assert.equal(await heading(), 'Tell us what happened, or what you saw')
    assert.equal(await page.locator('input:checked').count(), 0)
  })

  test('a line that is lost while sending makes one report, with the very same seals', async () => {
    await begin()
    await answerAll(page, inDanger)
    const earlier = await count()
    const bodies: (string | null)[] = []
    let attempts = 0
    await page.route('**/a/s/report', async (route) => {
      attempts += 1
      bodies.push(route.request().postData())
      // It arrives, and the answer does not; then neither does; then all is well.
      if (attempts === 1) await route.fetch()
      if (attempts < 3) await route.abort('connectionreset')
      else await route.continue()
    })
    for (const _ of [1, 2]) {
      await next()
      await page
        .locator('.govuk-error-summary', { hasText: 'only one report will be made' })
        .waitFor()
      assert.equal(await page.locator('main a', { hasText: 'Change' }).count(), 0)
      assert.match(await page.locator('main').innerText(), /7 Nowhere Lane/)
      assert.equal(await page.locator('.numbers [href="tel:999"]').isVisible(), true)
    }
    const kept = await sendAndRead(page)
    assert.equal(await count(), earlier + 1)
    assert.equal(new Set(bodies).size, 1)
    await openSent(site, kept)
  })

  test('without a line nothing is lost, and answers can still be changed', async () => {
    await begin()
    await answerAll(page, inDanger)
    await context.setOffline(true)
    await next()
    await page.locator('.govuk-error-summary', { hasText: 'cannot reach our server' }).waitFor()
    await page.getByRole('link', { name: /^Change Where/ }).click()
    await page.locator('[name=where]').fill('9 Nowhere Lane')
    await next()
    await context.setOffline(false)
    const report = await openSent(site, await sendAndRead(page))
    assert.ok(JSON.stringify(report).includes('9 Nowhere Lane'))
  })

  test('a server in trouble, or closed, costs nobody what they wrote', async () => {
    await begin()
    await answerAll(page, inDanger)
    for (const [problem, says] of [
      ['closed', 'Telling us online is closed'],
      ['trouble', 'only one report will be made'],
    ] as const) {
      await page.route('**/a/s/report', (route) =>
        route.fulfill({ status: 503, json: { problem } }),
      )
      await next()
      await page.locator('.govuk-error-summary', { hasText: says }).waitFor()
      assert.match(await page.locator('main').innerText(), /7 Nowhere Lane/)
      assert.equal(await page.locator('.numbers [href="tel:999"]').isVisible(), true)
      await page.unroute('**/a/s/report')
    }
    await openSent(site, await sendAndRead(page))
  })

  test('pressing “Send” twice makes one report', async () => {
    await begin()
    await answerAll(page, inDanger)
    const earlier = await count()
    await page.locator('form[action="/a/send"] .govuk-button').dblclick()
    await page.locator('#receipt').waitFor()
    assert.equal(await count(), earlier + 1)
  })

  test('where sealing fails nothing is sent, all is kept, and it can be tried again', async () => {
    await begin()
    await answerAll(page, inDanger)
    const posted: string[] = []
    page.on('request', (request) => request.method() === 'POST' && posted.push(request.url()))
    await page.evaluate(
      'window.random = Crypto.prototype.getRandomValues; Crypto.prototype.getRandomValues = () => { throw new Error("no chance") }',
    )
    await next()
    await page.locator('.govuk-error-summary', { hasText: 'so nothing was sent' }).waitFor()
    const text = await page.locator('main').innerText()
    assert.match(text, /turn off JavaScript/)
    assert.match(text, /7 Nowhere Lane/)
    assert.deepEqual(posted, [])
    await page.evaluate('Crypto.prototype.getRandomValues = window.random')
    await openSent(site, await sendAndRead(page))
  })

  test('a key of another kind is refused: nothing is sealed to a mixture', async () => {
    const classic = 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p'
    await page.route('**/a/s/journey', async (route) => {
      const answer = await route.fetch()
      const json = await answer.json()
      await route.fulfill({ json: { ...json, key: { epoch: 1, recipient: classic } } })
    })
    await begin()
    await answerAll(page, inDanger)
    await next()
    await page.locator('.govuk-error-summary', { hasText: 'so nothing was sent' }).waitFor()
  })

  test('a reporter finishes when the receipt is kept, and a picture of it comes only when asked', async () => {
    const scripts: string[] = []
    page.on('request', (request) => {
      if (request.url().includes('/assets/receipt-code-')) scripts.push(request.url())
    })
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await begin()
    await answerAll(page, inDanger)
    const { receipt } = await sendAndRead(page)
    assert.equal(scripts.length, 0)
    await page.getByRole('button', { name: 'Copy the receipt' }).click()
    await page.getByText('Copied.').waitFor()
    assert.equal(
      await page.evaluate('navigator.clipboard.readText()'),
      receipt.replaceAll(' ', '-'),
    )
    await page.getByRole('button', { name: 'Hide the receipt' }).click()
    assert.match(await page.locator('#receipt').innerText(), /^(•{4} ){5}•{4}$/)
    await page.getByRole('button', { name: 'Show the receipt', exact: true }).click()
    assert.equal((await readKept(page)).receipt, receipt)
    await page.getByRole('button', { name: 'Show the receipt as a picture' }).click()
    await page.locator('[data-code] svg').waitFor()
    assert.equal(scripts.length, 1)
    await page.locator('[name=last-group]').fill('ZZ2Z')
    await page.getByRole('button', { name: 'Finish', exact: true }).click()
    await page.getByText('That is not the last group').waitFor()
    await page.locator('[name=last-group]').fill(receipt.slice(-4).toLowerCase())
    await page.getByRole('button', { name: 'Finish', exact: true }).click()
    await page.getByRole('heading', { name: 'You are done' }).waitFor()
    assert.equal(await page.getByText(receipt).count(), 0)
  })

  test('what is written never becomes markup, and no other script could make it so', async () => {
    await begin()
    const hostile =
      '<img src=x onerror="document.title=1"><script>document.title=2</script>\u202egnp.exe'
    const [one] = journeyCases
    assert.ok(one)
    await answerAll(page, { ...one, answers: { ...one.answers, what: { what: hostile } } })
    assert.equal(await page.locator('main img, main script').count(), 0)
    assert.ok((await page.locator('main').innerText()).includes('<img src=x'))
    assert.match(await page.title(), /^Information$/)
    await assert.rejects(page.evaluate('document.body.innerHTML = "<p>x</p>"'), /TrustedHTML/)
    await assert.rejects(
      page.evaluate('trustedTypes.createPolicy("other", {})'),
      /disallowed|failed/i,
    )
  })

  test('in another language every word, address and answer is in it', async () => {
    await begin('/cy/report')
    await next()
    assert.equal(await heading(), 'Beth gawn ni ei wneud gyda’r hyn rydych chi’n ei ddweud wrthym?')
    assert.equal(await page.locator('main form').getAttribute('action'), '/cy/a/2')
  })

  test('where the script breaks, nothing is posted in clear and nothing is lost', async () => {
    await page.route('**/a/s/journey', async (route) => {
      const answer = await route.fetch()
      const json = await answer.json()
      await route.fulfill({
        json: { ...json, words: { ...json.words, 'report.consent.title': undefined } },
      })
    })
    await begin()
    const posted: string[] = []
    page.on('request', (request) => posted.push(request.url()))
    await page.locator('[value=self] + label').click()
    const broken = page.waitForEvent('pageerror')
    await next()
    await broken
    assert.deepEqual(posted, [])
    assert.equal(await page.locator('[value=self]').isChecked(), true)
  })

  test('where the script gets no journey, the page simply goes on without it', async () => {
    await page.route('**/a/s/journey', (route) => route.fulfill({ status: 503, json: {} }))
    await page.goto(`${address}/report`)
    await page.waitForLoadState('networkidle')
    assert.match(await page.locator('#sealed').innerText(), /when it arrives at our server/)
    await next()
    await page.waitForURL('**/a/2')
  })
})
