/**
 * What is typed here is not written down by the browser, and no part of a page takes the key that leaves.
 * The journey and the mailbox without script are held to the same in states.test.ts and mailbox-states.test.ts.
 */
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { after, before, describe, test } from 'node:test'
import type { Browser as Chromium, Page } from 'playwright-core'
import { openChromium } from './chromium.ts'
import { journeyCases } from './journey-cases.ts'
import { keptByBrowsers } from './kept-by-browsers.ts'
import { Browser, type OpenSite, openWholeSite } from './open-site.ts'
import { advicePages, otherPages } from './public-pages.ts'
import { answerAll, sendAndRead, takenOver } from './tell-in-chromium.ts'

describe('What is typed', () => {
  let site: OpenSite
  let chromium: Chromium
  let address = ''

  before(async () => {
    const smtpUrl = 'smtp://127.0.0.1:1'
    const post = { from: 'messages@mail.example', textGateway: '{number}@texts.example' }
    site = await openWholeSite(['en'], {}, { smtpUrl, post })
    await site.openDesk()
    await site.app.listen({ host: '127.0.0.1', port: 0 })
    address = `http://localhost:${(site.app.server.address() as AddressInfo).port}`
    chromium = await openChromium()
  })
  after(async () => {
    await chromium.close()
    await site.close()
  })

  for (const path of [...advicePages, ...otherPages, '/b'])
    test(`is not kept by the browser on ${path}`, async () => {
      const { body } = await new Browser(site.app).get(path)
      assert.deepEqual(keptByBrowsers(body), [])
    })

  test('is not kept in the journey that the script brings, nor in the mailbox that it opens', async () => {
    const page = await (await chromium.newContext()).newPage()
    await page.goto(`${address}/report`)
    await takenOver(page)
    const [, someone] = journeyCases
    assert.ok(someone)
    await answerAll(page, someone)
    const { receipt } = await sendAndRead(page)
    await page.locator('[data-tool=print]').waitFor()
    await holds(page, 'the receipt')
    await addFile(page)
    await page.goto(`${address}/b`)
    await holds(page, 'coming back')
    await page.locator('[data-deed=open] [name=receipt]').fill(receipt)
    await page.locator('[data-deed=open] button').first().click()
    await page.locator('[data-act=prove]').waitFor({ state: 'attached' })
    await page.evaluate(
      'document.querySelectorAll("details").forEach((one) => { one.open = true })',
    )
    await page.locator('[data-act=prove]').click()
    await page.locator('[data-act=save-proof]').waitFor()
    await holds(page, 'the mailbox')
    await addFile(page)
    await page.context().close()
  })

  /** A file that was chosen, and is asked about. */
  async function addFile(page: Page): Promise<void> {
    const file = { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('Sample') }
    await page.locator('#files-choose').setInputFiles(file)
    await page.locator('#files input[type=radio]').first().waitFor({ state: 'attached' })
    await holds(page, 'files')
  }

  async function holds(page: Page, state: string): Promise<void> {
    assert.deepEqual(keptByBrowsers(await page.content()), [], state)
  }
})

test('no script of the site opens what would take the first Escape', () => {
  const scripts = globSync('src/{site,ui,files,mailbox,reports,sealing,intake}/**/*.ts').filter(
    (path) => !/\.test\.ts$|samples/.test(path),
  )
  assert.ok(scripts.some((path) => path.endsWith('leave.inline.client.ts')))
  const taking =
    /\b(?:alert|confirm|prompt|showPicker|requestFullscreen|showModal)\(|<(?:select|datalist)\b|type="(?:date|time|datetime-local|month|week|color)"|beforeunload/
  const found = scripts.filter((path) => taking.test(withoutComments(readFileSync(path, 'utf8'))))
  assert.deepEqual(found, [])
})

test('nothing new saves or prints without a warning', () => {
  const ways = /sendDownload\(|\.download = |(?<![.\w])print\(\)/
  const files = globSync('src/site/**/*.ts').filter((path) => ways.test(readFileSync(path, 'utf8')))
  assert.deepEqual(files.sort(), [
    'src/site/mailbox/keep-file.client.ts',
    'src/site/mailbox/proof-routes.ts',
    'src/site/mailbox/reminder-routes.ts',
    'src/site/mailbox/send-download.ts',
    'src/site/report/receipt-tools.client.ts',
  ])
})

const inForm = (field: string) => `<form autocomplete="off">${field}</form>`

for (const [fault, markup] of [
  ['a form that fills in', '<form></form>'],
  ['a text field that fills in', inForm('<input name="a" spellcheck="false">')],
  ['a box that Firefox keeps', inForm('<textarea spellcheck="false"></textarea>')],
  ['a box that is checked for spelling', inForm('<textarea autocomplete="off"></textarea>')],
  ['a tick outside a form', '<input type="checkbox" autocomplete="off">'],
  ['a file outside a form', '<input type="file" autocomplete="off">'],
  ['a list of the browser’s own', inForm('<select></select>')],
  ['a day of the browser’s own', inForm('<input type="date" autocomplete="off">')],
  ['suggestions', '<datalist></datalist>'],
  ['a download', '<a download="x" href="/x">Save</a>'],
  ['a print button', '<button data-tool="print">Print</button>'],
  ['a reminder', '<form autocomplete="off" action="/cy/b/reminder"></form>'],
] as const)
  test(`${fault} would be found`, () => {
    assert.notDeepEqual(keptByBrowsers(markup), [])
  })

function withoutComments(source: string): string {
  return source.replaceAll(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '')
}
