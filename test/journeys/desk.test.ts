/** The desk in a real browser: from the first link to a report that says what its reporter said. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { after, before, describe, test } from 'node:test'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { sendFeedback } from '../../src/feedback/send-feedback.ts'
import { firstAdministratorLink } from '../../src/officers/invite-officer.ts'
import { openChromium } from '../chromium.ts'
import { openTestDesk, type TestDesk } from '../open-desk.ts'
import { sampleReport } from '../sample-report.ts'
import { sendReport } from '../send-report.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const shots = process.env['SCREENSHOTS']

const said = {
  role: { role: 'other' },
  consent: { consent: 'confidential' },
  what: { what: 'Six men sleep behind the green door.\n\u202eThey never leave alone.' },
  signs: { signs: ['locked', 'watched', 'papers'] },
  'danger-now': { 'danger-now': 'yes', children: 'yes' },
  children: { 'children-about': 'A girl of about nine.' },
  where: { where: '12 Harbour Row', landmark: 'Beside the chapel' },
  who: { 'who-unsure': ['not-said'] },
  contact: { name: 'Wanda Quill', phone: '07700 900123' },
}

describe('At the desk', () => {
  let desk: TestDesk
  let browser: Browser
  let address = ''
  let reference = ''
  let first: BrowserContext
  let page: Page
  let passphrase = ''
  const complaints: string[] = []

  before(async () => {
    desk = await openTestDesk()
    address = await desk.listen()
    browser = await openChromium()
    first = await newContext()
    page = await first.newPage()
  })
  after(async () => {
    await browser?.close()
    await desk?.close()
  })

  async function newContext(): Promise<BrowserContext> {
    const context = await browser.newContext({
      viewport: { width: 1366, height: 768 },
      reducedMotion: 'reduce',
    })
    context.setDefaultTimeout(15_000)
    context.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text())
    })
    context.on('weberror', (error) => complaints.push(String(error.error())))
    return context
  }

  async function look(name: string, from: Page = page): Promise<void> {
    await from.evaluate(axe)
    const { violations } = (await from.evaluate(
      'axe.run({ resultTypes: ["violations"] })' as string,
    )) as { violations: { id: string; nodes: { html: string }[] }[] }
    assert.deepEqual(
      violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)]),
      [],
    )
    if (shots === undefined) return
    for (const colorScheme of ['light', 'dark'] as const) {
      await from.emulateMedia({ colorScheme })
      await from.waitForTimeout(250)
      await from.screenshot({ path: `${shots}/${name}-${colorScheme}.png` })
    }
    await from.emulateMedia({ colorScheme: 'light' })
  }

  async function signIn(on: Page, name: string, secret: string): Promise<void> {
    await on.getByLabel('Name').fill(name)
    await on.getByLabel('Passphrase', { exact: true }).fill(secret)
    await on.getByRole('button', { name: 'Sign in' }).click()
  }

  test('somebody without a session sees nothing but the way in', async () => {
    await page.goto(`${address}/team`)
    assert.equal(new URL(page.url()).pathname, '/sign-in')
    await look('sign-in')
  })

  test('a link without its secret, and one that is made up, say what to do', async () => {
    await page.goto(`${address}/enrol`)
    await page.getByText('This page needs the whole link').waitFor()
    await page.goto(`${address}/enrol#${'A'.repeat(43)}`)
    await page.getByText('This link does not work any more').waitFor()
    complaints.length = 0
  })

  test('the first administrator enrols, and the link is gone from the address', async () => {
    const secret = await firstAdministratorLink(desk.stores, 'main')
    await page.goto('about:blank')
    await page.goto(`${address}/enrol#${secret}`)
    await page.getByText('You will be the first to use this desk').waitFor()
    assert.equal(page.url(), `${address}/enrol`)
    await look('enrol')
    passphrase =
      (await page.locator('[data-passphrase]').filter({ hasText: /\w/ }).textContent()) ?? ''
    assert.equal(passphrase.split(' ').length, 8)
    await page.getByLabel('Your name').fill('Ana Administrator')
    await page.getByLabel('Type the passphrase once more').fill('something else entirely')
    await page.getByRole('button', { name: 'Enrol', exact: true }).click()
    await page.getByText('The two do not match').waitFor()
    await page.getByLabel('Type the passphrase once more').fill(passphrase)
    await page.getByRole('button', { name: 'Enrol', exact: true }).click()
    await page.getByText('Enrol a second officer soon').waitFor()
    await look('enrolled')
  })

  test('a wrong passphrase gets words, and the right one the queue', async () => {
    await page.getByRole('button', { name: 'Sign in' }).click()
    await signIn(page, 'Ana Administrator', 'not this one at all')
    await page.getByText('do not go together').waitFor()
    complaints.length = 0
    await signIn(page, 'ana administrator', passphrase)
    await page.getByRole('heading', { name: 'Queue' }).waitFor()
    await page.getByText('Nothing is waiting.').waitFor()
    await look('queue-empty')
  })

  test('a report opens to the words of its reporter, and nothing else can read it', async () => {
    reference = await sendReport(desk.database, said)
    await page.reload()
    await page.getByRole('link', { name: reference }).click()
    await page.locator('[data-outcome=opened]').waitFor()
    const text = await page.locator('main').innerText()
    for (const words of ['Six men sleep behind the green door.', '12 Harbour Row', 'Wanda Quill'])
      assert.ok(text.includes(words), words)
    assert.match(text, /Confidential/)
    assert.match(text, /Two exceptions: a life in danger, or a child in danger/)
    assert.match(text, /Danger now/)
    assert.match(text, /A child is involved/)
    assert.match(text, /They never leave alone\./)
    assert.match(text, /characters that turn the direction/)
    await look('report')
  })

  test('taking it, closing it and opening it again each leave a row with who did it', async () => {
    await page.getByRole('button', { name: 'Assign to me' }).click()
    await page.getByText('Assigned by Ana Administrator').waitFor()
    await page.getByRole('button', { name: 'Close' }).click()
    await page.getByText('Closed by Ana Administrator').waitFor()
    await page.getByRole('button', { name: 'Reopen' }).click()
    await page.getByText('Reopened by Ana Administrator').waitFor()
    await page.goto(`${address}/?show=mine`)
    await page.getByRole('link', { name: reference }).waitFor()
  })

  test('a screen that nobody watches is warned, then hidden, and the report goes from it', async () => {
    const tab = await first.newPage()
    await tab.clock.install()
    await tab.goto(`${address}/?show=mine`)
    await tab.getByRole('link', { name: reference }).click()
    await tab.locator('[data-outcome=opened]').waitFor()
    await tab.clock.fastForward('28:30')
    await tab.getByText('In 2 minutes, what is open will be hidden').waitFor()
    await look('session-ending', tab)
    await tab.getByRole('button', { name: 'Stay signed in' }).click()
    await tab.getByText('will be hidden').waitFor({ state: 'detached' })
    await tab.clock.fastForward('29:00')
    assert.match(await tab.locator('main').innerText(), /Six men sleep/)
    await tab.clock.fastForward('02:00')
    await tab.getByRole('heading', { name: 'Your session has ended' }).waitFor()
    assert.doesNotMatch(await tab.content(), /Six men sleep/)
    assert.equal(await tab.evaluate('sessionStorage.length'), 0)
    await look('session-ended', tab)
    await tab.close()
  })

  test('another tab of the same browser opens reports without the passphrase', async () => {
    const tab = await first.newPage()
    await tab.goto(`${address}/`)
    await tab.getByRole('link', { name: reference }).click()
    await tab.locator('[data-outcome=opened]').waitFor()
    await tab.close()
  })

  test('a second officer is invited, waits for the desk key, is given it, and reads', async () => {
    await page.goto(`${address}/team`)
    await page.getByText('Only one officer has the desk key').waitFor()
    await page.getByLabel('Name').fill('Ben Officer')
    await page.getByRole('button', { name: 'Make a link' }).click()
    await look('team-invited')
    const link = (await page.locator('[data-link]').textContent()) ?? ''
    const second = await newContext()
    const ben = await second.newPage()
    await ben.goto(link)
    await ben.getByText('You are invited as Ben Officer').waitFor()
    await ben.getByRole('button', { name: 'Make up my own' }).click()
    await ben.getByLabel('Your own passphrase').fill('too short')
    await ben.getByLabel('Type the passphrase once more').fill('too short')
    await ben.getByRole('button', { name: 'Enrol', exact: true }).click()
    await ben.getByText('That passphrase is too short').waitFor()
    await ben.getByLabel('Your own passphrase').fill('ben likes long words')
    await ben.getByLabel('Type the passphrase once more').fill('ben likes long words')
    await ben.getByRole('button', { name: 'Enrol', exact: true }).click()
    await ben.getByText('you also need the desk key').waitFor()
    await ben.getByRole('button', { name: 'Sign in' }).click()
    await signIn(ben, 'Ben Officer', 'ben likes long words')
    await ben.getByRole('link', { name: reference }).click()
    await ben.getByText('You do not have the desk key').waitFor()
    await look('report-missing-key', ben)
    await ben.goto(`${address}/team`)
    const row = ben.getByRole('row', { name: 'Ben Officer' })
    await row.getByText(/^[0-9A-Z]{4}( [0-9A-Z]{4}){3}$/).waitFor()
    const fingerprint = (await row.locator('[data-fingerprint]').textContent()) ?? ''

    await page.goto(`${address}/team`)
    await page.getByRole('button', { name: 'Give the desk key' }).click()
    await look('team-give')
    await page.locator('[data-grant]').getByText(fingerprint).waitFor()
    await page.getByRole('button', { name: 'It is the same: give the key' }).click()
    await page.getByRole('row', { name: 'Ben Officer' }).getByText('Has it').waitFor()
    await look('team')

    await ben.goto(`${address}/`)
    await ben.getByRole('link', { name: reference }).click()
    await ben.locator('[data-outcome=opened]').waitFor()
    assert.match(await ben.locator('main').innerText(), /Six men sleep/)
    await second.close()
  })

  test('of two officers who act at once, the second is told and sees how it stands', async () => {
    await page.goto(`${address}/`)
    await page.getByRole('link', { name: reference }).click()
    await page.locator('[data-outcome=opened]').waitFor()
    const tab = await first.newPage()
    await tab.goto(page.url())
    await tab.getByRole('button', { name: 'Close' }).click()
    await tab.getByText('Closed by').first().waitFor()
    await tab.close()
    await page.getByRole('button', { name: 'Release' }).click()
    await page.getByText('A colleague changed this report before you did').waitFor()
    await page.getByRole('button', { name: 'Reopen' }).waitFor()
    await page.locator('[data-outcome=opened]').waitFor()
    await look('report-conflict')
    complaints.length = 0
  })

  test('what people think of the site opens too, and is marked as read', async () => {
    const deskKey = await desk.stores.deskKeys.find('main')
    assert.ok(deskKey)
    const comment = 'The words were short. <b>Thank you</b>'
    const what = { site: 'signpost', desk: 'main', deskKey, language: 'en', page: '/help' } as const
    await sendFeedback(desk.stores.feedback, { ...what, ease: 'easy', comment, now: new Date() })
    await page.getByRole('link', { name: 'Feedback' }).click()
    await page.getByText(comment).waitFor()
    await look('feedback')
    await page.getByRole('button', { name: 'Mark as read' }).click()
    await page.getByText('Read', { exact: true }).waitFor()
  })

  test('the figures are there as a picture and as numbers', async () => {
    const day = (back: number) =>
      new Date(Date.now() - back * 86_400_000).toISOString().slice(0, 10)
    await desk.stores.pageCounts.add(
      Array.from({ length: 20 }, (_, back) => ({
        site: 'signpost',
        day: day(back),
        page: back % 3 === 0 ? '/help' : '/',
        views: 3 + ((back * 7) % 11),
      })),
    )
    await page.getByRole('link', { name: 'Figures' }).click()
    await page.getByRole('img', { name: /page views in 28 days/ }).waitFor()
    await look('figures')
  })

  test('a long queue goes on behind a link', async () => {
    const hour = (back: number) =>
      `${new Date(Date.now() - back * 3_600_000).toISOString().slice(0, 13)}:00:00Z`
    for (let index = 0; index < 60; index += 1)
      await desk.stores.reports.insert(
        sampleReport({
          priority: ([4, 3, 2, 1] as const)[index % 4] ?? 4,
          receivedHour: hour(index * 2),
          language: ['en', 'pl', 'ro', 'vi', 'ar'][index % 5] ?? 'en',
          hasFiles: index % 7 === 0,
        }),
        new Date(),
      )
    await page.goto(`${address}/`)
    assert.equal(await page.getByRole('row').count(), 51)
    await look('queue')
    await page.getByRole('link', { name: 'More reports' }).click()
    await page.getByText('Back to the top of the queue').waitFor()
    assert.equal(await page.getByRole('row').count(), 11)
  })

  test('after signing out the key is gone from the browser and the server', async () => {
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByText('You are signed out').waitFor()
    assert.equal(await page.evaluate('sessionStorage.length + localStorage.length'), 0)
    // The browser may refuse to go back to a page that nobody kept: that is as good.
    await page.goBack().catch(() => undefined)
    assert.doesNotMatch(await page.locator('body').innerText(), /Six men sleep/)
    const { rows } = await count('officer_sessions')
    assert.equal(rows, 1, 'only the other officer’s session is left')
  })

  test('the database holds no word of the report and no passphrase', async () => {
    const tables = [
      'reports',
      'activities',
      'feedback',
      'officers',
      'invitations',
      'desk_key_grants',
      'officer_sessions',
      'sign_in_failures',
    ] as const
    const dump = JSON.stringify(
      await Promise.all(tables.map((name) => desk.database.selectFrom(name).selectAll().execute())),
    )
    for (const secret of [
      'green door',
      'Wanda',
      'words were short',
      'Harbour Row',
      passphrase,
      'ben likes',
    ])
      assert.ok(!dump.includes(secret), secret)
    assert.doesNotMatch(dump, /AGE-SECRET-KEY/)
  })

  test('no page made the browser complain', () => {
    assert.deepEqual(complaints, [])
    assert.deepEqual(desk.logged, [])
  })

  async function count(table: 'officer_sessions') {
    const found = await desk.database.selectFrom(table).selectAll().execute()
    return { rows: found.length }
  }
})
