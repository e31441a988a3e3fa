/**
 * From the Escape key to the first frame on the screen that shows nothing of the page, in Chromium, with
 * keys as a keyboard makes them: node bench/leaving.ts [times]. On lines of every kind, because no line
 * may matter. Beside it a page that does nothing but turn white on the same key, in the same run: that is
 * what this machine needs for any key, and only what is beyond it is ours. Run it on an idle machine.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { CDPSession, Page } from 'playwright-core'
import sharp from 'sharp'
import { siteDrawer, siteSender } from '../src/site/send-site-page.ts'
import { loadAssets } from '../src/ui/assets.ts'
import { html, trusted } from '../src/ui/html.ts'
import { PageCache } from '../src/web/page-cache.ts'
import { openChromium } from '../test/chromium.ts'
import { openWholeSite } from '../test/open-site.ts'

const times = Number(process.argv[2] ?? 20)
const frame = 1000 / 60

interface Line {
  readonly name: string
  /** Milliseconds for one way and back. */
  readonly latency: number
  /** Bits a second, either way; -1 is without end. */
  readonly bits: number
  readonly offline?: boolean
}

interface Case {
  readonly name: string
  readonly path: string
  readonly line: Line
}

const fast: Line = { name: 'fast', latency: 0, bits: -1 }
const lines: readonly Line[] = [
  fast,
  { name: '4G', latency: 170, bits: 9_000_000 },
  { name: 'slow 3G', latency: 400, bits: 400_000 },
  { name: 'very slow', latency: 2_000, bits: 50_000 },
  { name: 'offline', latency: 0, bits: -1, offline: true },
]

// Runs in the page: when the key came, by the clock that frames are dated with.
const noteWhen = `addEventListener('keydown', (event) => {
  console.log('Pressed: ' + (Date.now() - performance.now() + event.timeStamp))
}, true)`

const turnWhite = `addEventListener('keydown', () => document.body.replaceChildren())`

// Answers never, so that no frame is one of the exit.
const away = createServer(() => undefined)
const site = await openWholeSite(['en'], { exit: `${await listen(away)}/today` })
addPages()
const home = (await site.app.listen({ host: '127.0.0.1', port: 0 })).replace(
  '127.0.0.1',
  'localhost',
)
const browser = await openChromium()

const white: Case = { name: 'a white page on the same key', path: '/bare', line: fast }
const cases: readonly Case[] = [
  white,
  ...lines.map((line) => ({ name: `a small page, ${line.name}`, path: '/guides/signs', line })),
  ...lines.map((line) => ({ name: `24,000 elements, ${line.name}`, path: '/large', line })),
]
const took = new Map(cases.map((one) => [one, [] as number[]]))
// All in turn, so that what else the machine does falls on all alike.
for (let time = 0; time < times; time += 1)
  for (const one of cases) took.get(one)?.push(await leave(one))
for (const one of cases) say(one)
await browser.close()
await site.close()
away.closeAllConnections()
away.close()

async function leave({ path, line }: Case): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 412, height: 915 } })
  try {
    const page = await context.newPage()
    // Before any script of the page, because leaving lets no later one hear the key.
    await page.addInitScript(noteWhen)
    await page.goto(`${home}${path}`)
    const session = await context.newCDPSession(page)
    await over(session, line)
    await page.waitForTimeout(150)
    return await firstEmptyFrame(page, session)
  } finally {
    await context.close()
  }
}

async function over(session: CDPSession, { latency, bits, offline = false }: Line): Promise<void> {
  const throughput = bits < 0 ? -1 : bits / 8
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', {
    offline,
    latency,
    downloadThroughput: throughput,
    uploadThroughput: throughput,
  })
}

async function firstEmptyFrame(page: Page, session: CDPSession): Promise<number> {
  const frames: { readonly at: number; readonly data: string }[] = []
  session.on('Page.screencastFrame', ({ data, sessionId, metadata: { timestamp = 0 } }) => {
    frames.push({ at: timestamp * 1000, data })
    session.send('Page.screencastFrameAck', { sessionId }).catch(() => undefined)
  })
  const pressed = page.waitForEvent('console', (said) => said.text().startsWith('Pressed: '))
  await session.send('Page.startScreencast', { format: 'png', everyNthFrame: 1 })
  await page.waitForTimeout(150)
  await page.keyboard.down('Escape')
  const at = Number((await pressed).text().slice('Pressed: '.length))
  for (let seen = 0, tries = 0; tries < 200; tries += 1) {
    for (; seen < frames.length; seen += 1) {
      const { at: shownAt = 0, data = '' } = frames[seen] ?? {}
      if (shownAt >= at && (await isEmpty(data))) return shownAt - at
    }
    await page.waitForTimeout(20)
  }
  throw new Error('the page stayed')
}

async function isEmpty(picture: string): Promise<boolean> {
  const { channels } = await sharp(Buffer.from(picture, 'base64')).stats()
  return channels.every(({ min, max }) => min === max)
}

function say(one: Case): void {
  const [half, late] = [at(one, 0.5), at(one, 0.95)]
  const ratio = (half / at(white, 0.5)).toFixed(1)
  console.log(
    `${one.name}: ${half.toFixed(0)} ms, ${late.toFixed(0)} at the 95th of 100 = ${(late / frame).toFixed(1)} frames; ${ratio} of a white page`,
  )
}

function at(one: Case, part: number): number {
  const sorted = (took.get(one) ?? []).toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0
}

function addPages(): void {
  const send = siteSender(siteDrawer(loadAssets('dist')), new PageCache(() => ''))
  const words = '<p>Sample words <b>in</b> a row.</p>'.repeat(12_000)
  site.app.get('/large', async (request, reply) =>
    send(request, reply, { title: 'Large', main: html`${trusted(words)}` }),
  )
  site.app.get('/bare', async (_request, reply) =>
    reply
      .type('text/html')
      .send(`<!doctype html><title>Bare</title><p>Sample words</p><script>${turnWhite}</script>`),
  )
}

function listen(server: typeof away): Promise<string> {
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () =>
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    ),
  )
}
