/** Reporter and officer write to each other, and every word is sealed and opened in their two browsers. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { openChromium } from '../chromium.ts'
import { readKept, takenOver } from '../tell-in-chromium.ts'
import { everythingStored, tracesIn } from '../traces.ts'
import { startService, type WholeService } from '../whole-service.ts'

const said = {
  what: 'Barrels of wobblegrain leave the teal boathouse at night',
  asked: 'Which boathouse do you mean, the Glimmerton one?',
  answered: 'The one beside the Frumpelworth bakery',
}

describe('With script on both sides', () => {
  let service: WholeService
  let browser: Browser
  let officer: Page
  let reporter: BrowserContext
  let page: Page
  const kept = { receipt: '', reference: '' }
  const sent: string[] = []

  before(async () => {
    service = await startService()
    browser = await openChromium()
    officer = await (await newContext()).newPage()
    reporter = await newContext()
    page = await newPage()
  })
  after(async () => {
    await browser?.close()
    await service?.remove()
  })

  async function newContext(): Promise<BrowserContext> {
    const made = await browser.newContext({ viewport: { width: 390, height: 800 } })
    made.setDefaultTimeout(30_000)
    return made
  }

  async function newPage(): Promise<Page> {
    const made = await reporter.newPage()
    made.on('request', (request) =>
      sent.push(
        `${request.url()} ${JSON.stringify(request.headers())} ${request.postData() ?? ''}`,
      ),
    )
    return made
  }

  async function openAtDesk(): Promise<void> {
    await officer.goto(service.deskUrl)
    await officer.getByRole('link', { name: kept.reference }).click()
    await officer.locator('[data-outcome=opened]').waitFor()
  }

  const press = (name: string) => page.getByRole('button', { name, exact: true }).click()

  test('an officer is there to read', async () => {
    await officer.goto(await service.enrolLink())
    const passphrase =
      (await officer.locator('[data-passphrase]', { hasText: /\w/ }).textContent()) ?? ''
    await officer.getByLabel('Your name').fill('Sample Officer')
    await officer.getByLabel('Type the passphrase once more').fill(passphrase)
    await officer.getByRole('button', { name: 'Enrol', exact: true }).click()
    await officer.getByRole('button', { name: 'Sign in' }).click()
    await officer.getByLabel('Name').fill('Sample Officer')
    await officer.getByLabel('Passphrase', { exact: true }).fill(passphrase)
    await officer.getByRole('button', { name: 'Sign in' }).click()
    await officer.getByRole('heading', { name: 'Queue' }).waitFor()
  })

  test('a reporter tells us something', async () => {
    await page.goto(`${service.siteUrl}/report`)
    await takenOver(page)
    await page.locator('[name=role][value=other] + label').click()
    const next = () => page.getByRole('button', { name: 'Continue' }).click()
    await next()
    await page.locator('[name=consent][value=share] + label').click()
    await next()
    await page.locator('[name=what]').fill(said.what)
    while ((await page.locator('[action="/a/send"]').count()) === 0) await next()
    await page.getByRole('button', { name: 'Send' }).click()
    Object.assign(kept, await readKept(page))
    await page.close()
  })

  test('the officer asks', async () => {
    await openAtDesk()
    await officer.getByLabel('Write to the reporter').fill(said.asked)
    await officer.getByRole('button', { name: 'Send to the reporter' }).click()
    await officer.getByText('Sent. The reporter sees it').waitFor()
  })

  test('the reporter comes back, reads, answers, and changes what may be done', async () => {
    page = await newPage()
    await page.goto(`${service.siteUrl}/b`)
    await page.locator('[data-deed=open]').waitFor()
    await page.getByLabel('Your receipt').fill(kept.receipt)
    await press('Open your mailbox')
    await page.getByText(said.asked).waitFor()
    await page.getByLabel('Your message').fill(said.answered)
    await press('Send')
    await page.getByText('Your message has been sent.').waitFor()
    await page.locator('summary', { hasText: 'Change what we may do' }).click()
    await page.getByText('Do not use my name at all').click()
    await press('Change it')
    await page.getByText('Your choice has been changed.').waitFor()
  })

  test('the officer reads the answer, and the new choice above everything', async () => {
    await officer.goto(service.deskUrl)
    await officer.getByText('new from reporter').waitFor()
    await openAtDesk()
    await officer.getByText(said.answered).waitFor()
    const bar = await officer.locator('#desk-consent').innerText()
    assert.match(bar, /^Anonymous/)
    assert.match(bar, /When the report was sent it was: May be shared/)
  })

  test('the reporter takes it back, and it is gone from the desk too', async () => {
    await page.locator('summary', { hasText: 'Take your report back' }).click()
    await page.getByText('Yes, destroy my report').click()
    await press('Take it back')
    await page.getByRole('heading', { name: 'Your report has been taken back' }).waitFor()
    await officer.goto(service.deskUrl)
    await officer.getByRole('heading', { name: 'Queue' }).waitFor()
    assert.equal(await officer.getByRole('link', { name: kept.reference }).count(), 0)
  })

  test('no word and no receipt was ever sent, or is anywhere in what the service keeps', async () => {
    const plain = kept.receipt.replaceAll(' ', '')
    const secrets = [...Object.values(said), kept.receipt, plain, kept.receipt.replaceAll(' ', '-')]
    for (const secret of secrets) assert.ok(!sent.some((request) => request.includes(secret)))
    assert.ok(sent.some((request) => request.includes('BEGIN AGE ENCRYPTED FILE')))
    assert.deepEqual(await reporter.cookies(), [])
    const stored = await everythingStored({
      dataDir: service.dataDir,
      databaseUrl: undefined,
      output: service.output(),
      pid: service.pid,
    })
    assert.deepEqual(tracesIn(stored, secrets), [])
  })
})
