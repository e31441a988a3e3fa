import assert from 'node:assert/strict'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, beforeEach, describe, test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import { brotliCompressSync } from 'node:zlib'
import type { FastifyInstance } from 'fastify'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import sharp from 'sharp'
import { openChromium } from '../../../test/chromium.ts'
import { harbour, openSmallSite, type SmallSite } from '../../../test/small-site.ts'
import { html } from '../../ui/html.ts'
import { adviceRoutes } from '../advice/advice-routes.ts'
import type { SiteDependencies } from '../site-dependencies.ts'
import { leaveRoutes } from './leave-routes.ts'

/** Where people go: somewhere ordinary, as slow as a test wishes. */
let weather: Server
let patience = 0
let opened: Promise<void> = Promise.resolve()
let visitors = 0

let site: SmallSite
let browser: Browser
let home = ''
let away = ''
let beacons = 0

describe('Leaving in a real browser', () => {
  before(async () => {
    weather = createServer(async (request, response) => {
      if (request.url === '/today') visitors += 1
      await delay(patience)
      await opened
      response.setHeader('content-type', 'text/html').end('<title>Weather</title>Sun')
    })
    away = await listen(weather)
    site = await openSmallSite([adviceRoutes, leaveRoutes, pagesOfThisTest], {
      sites: [{ ...harbour, exit: `${away}/today` }],
    })
    home = await site.app.listen({ host: '127.0.0.1', port: 0 })
    home = home.replace('127.0.0.1', 'localhost')
    browser = await openChromium()
  })
  after(async () => {
    await browser.close()
    await site.close()
    weather.closeAllConnections()
    weather.close()
  })
  beforeEach(() => {
    patience = 0
    opened = Promise.resolve()
    visitors = 0
    beacons = 0
  })

  test('Escape leaves from anywhere on the page', async () => {
    await visit('/guides/signs', async (page) => {
      await page.keyboard.press('Escape')
      await isAway(page)
      assert.equal(visitors, 1)
      await until(() => beacons === 1)
    })
  })

  test('Escape leaves from inside a box that somebody types in', async () => {
    await visit('/box', async (page) => {
      await page.locator('textarea').fill('the green door')
      await page.keyboard.press('Escape')
      await isAway(page)
    })
  })

  test('Escape leaves from an open dialog, with one press', async () => {
    await visit('/box', async (page) => {
      await page.evaluate("document.querySelector('dialog').showModal()")
      await page.keyboard.press('Escape')
      await isAway(page)
    })
  })

  test('Shift three times leaves, for those who learnt it elsewhere', async () => {
    await visit('/box', async (page) => {
      await page.locator('textarea').focus()
      for (const key of ['Shift', 'Shift', 'a', 'Shift', 'Shift', 'Shift+A', 'Alt+Shift'])
        await page.keyboard.press(key)
      await delay(300)
      assert.equal(visitors, 0, 'typing is not leaving')
      for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press('Shift')
      await isAway(page)
    })
  })

  test('a page of 24,000 elements, with an open dialog, is covered in the same task', async () => {
    const { promise, resolve: open } = Promise.withResolvers<void>()
    opened = promise
    await visit('/box', async (page) => {
      await page.evaluate(growAndOpen)
      const covered = page.waitForEvent('console', (said) => said.text().startsWith('Covered: '))
      await page.keyboard.press('Escape')
      assert.equal((await covered).text(), 'Covered: 127.0.0.1')
      assert.ok(await isBlank(page), 'something shows over the cover')
      open()
      await isAway(page)
    })
  })

  test('the link leaves, however it is pressed', async () => {
    const presses = [
      {},
      { modifiers: ['Control'] },
      { modifiers: ['Shift'] },
      { button: 'middle' },
    ] as const
    for (const press of presses)
      await visit('/help', async (page) => {
        await page.locator('[data-module=leave]').click(press as { modifiers?: ['Control'] })
        await isAway(page)
        assert.equal(page.context().pages().length, 1)
      })
  })

  test('the link leaves without script, and the cookies are gone', async () => {
    await visit(
      '/help',
      async (page) => {
        const { hostname: domain } = new URL(home)
        await page.context().addCookies([{ name: 'choices', value: 'none', domain, path: '/' }])
        await page.getByRole('link', { name: 'Leave this site' }).click()
        await isAway(page)
        const [left, ...others] = await page.context().cookies(home)
        assert.deepEqual(others, [])
        assert.equal(left?.name, 'left')
        assert.match(left?.value ?? '', /^\d+$/, 'it holds a time, and nothing else')
      },
      { javaScriptEnabled: false },
    )
  })

  test('nothing of the page is left in the task in which the key was pressed', async () => {
    patience = 1_000
    await visit('/guides/signs', async (page) => {
      const seen = await page.evaluate<{ title: string; text: string; rest: string }>(pressAndLook)
      assert.equal(seen.title, '127.0.0.1')
      // Heard, not seen.
      assert.equal(seen.text, 'You have left.')
      assert.match(seen.rest, onlyAnEar)
      await isAway(page)
    })
  })

  for (const part of ['<body', '<main'])
    test(`a page that has arrived as far as ${part} does not come back`, async () => {
      const { promise, resolve: open } = Promise.withResolvers<void>()
      opened = promise
      await visit(
        `/slow?until=${part}`,
        async (page) => {
          await page.locator('head style').last().waitFor({ state: 'attached' })
          const later = page.waitForEvent('console', (said) => said.text().startsWith('Later: '))
          await page.evaluate(saySoonAfterLeaving)
          await page.keyboard.press('Escape')
          sendTheRest()
          assert.equal((await later).text(), 'Later: You have left.')
          open()
          await isAway(page)
        },
        { waitUntil: 'commit' },
      )
    })

  test('Back does not show the page that was left', async () => {
    await visit('/help', async (page) => {
      await page.goto(`${home}/guides/signs`)
      await page.keyboard.press('Escape')
      await isAway(page)
      await page.goBack()
      assert.equal(page.url(), `${home}/help`)
      await page.goForward()
      assert.equal(page.url(), `${away}/today`)
    })
  })

  test('the first stop of the Tab key is the way out', async () => {
    await visit('/guides/signs', async (page) => {
      await page.keyboard.press('Tab')
      assert.equal(await page.evaluate('document.activeElement.dataset.module'), 'leave')
      await page.keyboard.press('Enter')
      await isAway(page)
    })
  })

  test('pressing Escape again and again still leaves, when the way out is slow', async () => {
    patience = 1_200
    await visit('/box', async (page) => {
      await page.locator('textarea').focus()
      for (let presses = 0; presses < 6; presses += 1) {
        await page.keyboard.press('Escape')
        await delay(60)
      }
      await isAway(page)
      assert.equal(visitors, 1)
      assert.equal(beacons, 1)
    })
  })

  test('when the way out does not answer, the window ends up empty', async () => {
    patience = 8_000
    await visit('/help', async (page) => {
      await page.keyboard.press('Escape')
      await page.waitForURL('about:blank', { timeout: 5_000 })
    })
  })

  test('when the network is gone, the window ends up empty at once', async () => {
    await visit('/help', async (page) => {
      await page.context().setOffline(true)
      await page.keyboard.press('Escape')
      await page.waitForURL('about:blank', { timeout: 2_000 })
      assert.equal(visitors, 0)
    })
  })

  test('the code of leaving is small enough to be there before the page', () => {
    const [code = ''] = /<script[^>]*>[^<]*/.exec(page200) ?? []
    assert.ok(brotliCompressSync(code).length <= 1_200)
    assert.ok(page200.indexOf('<script') < page200.indexOf('<style'))
  })
})

let page200 = ''
const onlyAnEar =
  /^<head><title>127\.0\.0\.1<\/title><\/head><body><p role="alert" style="[^"<]*">You have left\.<\/p><\/body>$/
let sendTheRest = (): void => undefined

function pagesOfThisTest(app: FastifyInstance, { send }: SiteDependencies): void {
  const main = html`<textarea aria-label="Box"></textarea><dialog>Dialog</dialog>`
  app.get('/box', async (request, reply) => send(request, reply, { title: 'Box', main }))
  // A page of which the first part comes now and the rest while somebody leaves.
  app.get('/slow', async (request, reply) => {
    const answer = await app.inject({ url: '/box', headers: { host: request.headers.host ?? '' } })
    page200 = answer.body
    const { until: part } = request.query as { until: string }
    const cut = page200.indexOf(part)
    reply.hijack()
    reply.raw.writeHead(200, answer.headers as Record<string, string>)
    reply.raw.write(page200.slice(0, cut))
    sendTheRest = () => reply.raw.end(page200.slice(cut))
  })
  app.addHook('onRequest', async ({ method, url }) => {
    if (method === 'POST' && url === '/leave') beacons += 1
  })
}

type Visiting = BrowserContextOptions & { readonly waitUntil?: 'commit' | 'load' }

async function visit(
  path: string,
  act: (page: Page) => Promise<void>,
  { waitUntil = 'load', ...options }: Visiting = {},
): Promise<void> {
  const context = await browser.newContext(options)
  try {
    const page = await context.newPage()
    await page.goto(`${home}${path}`, { waitUntil })
    await act(page)
  } finally {
    await context.close()
  }
}

// Runs in the page: presses Escape, and looks before the same task ends.
const pressAndLook = `
  const press = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true })
  document.body.dispatchEvent(press)
  const { title, documentElement } = document
  ;({ title, text: documentElement.innerText.trim(), rest: documentElement.innerHTML })`

// Runs in the page: makes it large, and holds back the task in which it is taken away under its cover.
const growAndOpen = `{
  for (let count = 0; count < 24_000; count += 1) document.body.append(document.createElement('i'))
  document.querySelector('dialog').showModal()
  globalThis.requestAnimationFrame = () => 0
  const { setTimeout: later } = globalThis
  globalThis.setTimeout = (work) => {
    globalThis.setTimeout = later
    console.log('Covered: ' + document.title)
    later(work, 1500)
  }
}`

async function isBlank(page: Page): Promise<boolean> {
  const session = await page.context().newCDPSession(page)
  const { data } = await session.send('Page.captureScreenshot', { format: 'png' })
  const { channels } = await sharp(Buffer.from(data, 'base64')).stats()
  return channels.every(({ min, max }) => min === max)
}

// Runs in the page: tells, a moment after it was left, what it still shows.
const saySoonAfterLeaving = `void setInterval(() => {
  if (document.title === '127.0.0.1')
    setTimeout(() => console.log('Later: ' + document.documentElement.innerText.trim()), 300)
}, 20)`

async function isAway(page: Page): Promise<void> {
  await page.waitForURL(`${away}/today`, { timeout: 5_000 })
}

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 100 && !holds(); tries += 1) await delay(20)
  assert.ok(holds())
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
