/** A reporter without script and an officer write to each other, through the real service and two real browsers. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { openChromium } from '../chromium.ts'
import { barriersOn } from '../page-checks.ts'
import { everythingStored, tracesIn } from '../traces.ts'
import { startService, type WholeService } from '../whole-service.ts'

const said = {
  what: 'Crates of quibblefish leave the mauve gatehouse at night',
  asked: 'Which gatehouse do you mean, the Snorkwald one?\n\u202eIs it safe to answer?',
  asked2: 'A second officer asks about the Zopplebridge',
  answered: 'The one beside the Blorptime bakery <b>really</b>',
}

describe('Coming back with a receipt', () => {
  let service: WholeService
  let browser: Browser
  let officer: Page
  let context: BrowserContext
  let page: Page
  const folder = mkdtempSync(join(tmpdir(), 'signpost-mailbox-'))
  const kept = { receipt: '', reference: '' }

  before(async () => {
    service = await startService()
    browser = await openChromium()
    officer = await (await newContext(true)).newPage()
    ;({ context, page } = await reporter())
  })
  after(async () => {
    await browser?.close()
    await service?.remove()
    rmSync(folder, { recursive: true, force: true })
  })

  async function newContext(script: boolean): Promise<BrowserContext> {
    const made = await browser.newContext({
      javaScriptEnabled: script,
      viewport: { width: 390, height: 800 },
    })
    made.setDefaultTimeout(20_000)
    return made
  }

  async function reporter() {
    const made = await newContext(false)
    return { context: made, page: await made.newPage() }
  }

  async function comeBack(): Promise<void> {
    await page.goto(service.siteUrl)
    await page.getByRole('link', { name: 'Come back with your receipt' }).first().click()
    await page.getByLabel('Your receipt').fill(kept.receipt.toLowerCase())
    await page.getByRole('button', { name: 'Open your mailbox' }).click()
    await page.getByRole('heading', { name: 'Your mailbox' }).waitFor()
  }

  async function openAtDesk(on: Page): Promise<void> {
    await on.goto(service.deskUrl)
    await on.getByRole('link', { name: kept.reference }).click()
    await on.locator('[data-outcome=opened]').waitFor()
  }

  test('an officer enrols and signs in', async () => {
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

  test('a reporter sends, says the last group, and goes without a trace', async () => {
    await page.goto(`${service.siteUrl}/report`)
    await page.locator('[name=role][value=other] + label').click()
    const next = () => page.getByRole('button', { name: 'Continue' }).click()
    await next()
    await page.locator('[name=consent][value=share] + label').click()
    await next()
    await page.locator('[name=what]').fill(said.what)
    while ((await page.locator('[action="/a/send"]').count()) === 0) await next()
    await page.getByRole('button', { name: 'Send' }).click()
    kept.receipt = (await page.locator('#receipt').innerText()).trim()
    kept.reference = (await page.locator('#reference').innerText()).trim().replaceAll(' ', '-')
    await page.getByLabel('Type the last group').fill('0000')
    await page.getByRole('button', { name: 'Finish', exact: true }).click()
    await page.getByText('That is not the last group').first().waitFor()
    assert.equal((await page.locator('#receipt').innerText()).trim(), kept.receipt)
    await page.getByLabel('Type the last group').fill(kept.receipt.slice(-4).toLowerCase())
    await page.getByRole('button', { name: 'Finish', exact: true }).click()
    await page.getByRole('heading', { name: 'You are done' }).waitFor()
    assert.deepEqual(await context.cookies(), [])
  })

  test('an officer asks, and a colleague in another tab at the same time: both are kept', async () => {
    await openAtDesk(officer)
    const colleague = await officer.context().newPage()
    await openAtDesk(colleague)
    await officer.getByLabel('Write to the reporter').fill(said.asked)
    await officer.getByLabel('Day').fill('31')
    await officer.getByLabel('Month').fill('2')
    await officer.getByLabel('Year').fill('2099')
    await officer.getByRole('button', { name: 'Send to the reporter' }).click()
    await officer.getByText('The calendar has no such day').waitFor()
    await officer.getByLabel('Day').fill('26')
    await officer.getByLabel('Month').fill('11')
    await officer.getByRole('button', { name: 'Send to the reporter' }).click()
    await officer.getByText('Sent. The reporter sees it').waitFor()
    await colleague.getByLabel('Write to the reporter').fill(said.asked2)
    await colleague.getByRole('button', { name: 'Send to the reporter' }).click()
    await colleague.getByText('Asked to look again after 2099-11-26').waitFor()
    assert.equal(await colleague.locator('.desk-talk > li').count(), 2)
    assert.deepEqual(await barriersOn(colleague), [])
    await colleague.close()
  })

  test('the reporter comes back in another browser, reads, and answers', async () => {
    await context.close()
    ;({ context, page } = await reporter())
    await comeBack()
    const text = await page.locator('main').innerText()
    for (const line of ['the Snorkwald one?', 'Is it safe to answer?', said.asked2])
      assert.ok(text.includes(line), line)
    assert.doesNotMatch(text, /Sample Officer/)
    assert.doesNotMatch(page.url(), new RegExp(kept.receipt.slice(0, 4)))
    await page.getByLabel('Your message').fill(said.answered)
    await page.getByRole('button', { name: 'Send' }).click()
    await page.getByText('Your message has been sent').waitFor()
  })

  test('the reporter changes what may be done, and the officer sees both at once', async () => {
    await page.getByRole('link', { name: 'Change what we may do' }).click()
    await page.locator('[name=consent][value=anonymous] + label').click()
    await page.getByRole('button', { name: 'Change it' }).click()
    await page.getByText('Your choice has been changed').waitFor()
    await officer.goto(service.deskUrl)
    await officer.getByText('new from reporter').waitFor()
    await openAtDesk(officer)
    await officer.getByText(said.answered).waitFor()
    const bar = await officer.locator('#desk-consent').innerText()
    assert.match(bar, /^Anonymous/)
    assert.match(bar, /When the report was sent it was: May be shared/)
    await officer.getByText('The reporter wrote').first().waitFor()
    await officer.goto(service.deskUrl)
    assert.equal(await officer.getByText('new from reporter').count(), 0)
  })

  test('a proof is saved, and the operator’s command finds it genuine', async () => {
    await page.goto(`${service.siteUrl}/b/open`)
    await page.getByRole('link', { name: 'Get a proof' }).click()
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Save it as a file' }).click()
    const file = join(folder, 'proof.json')
    await (await download).saveAs(file)
    const { stdout, stderr } = spawnSync(
      process.execPath,
      ['src/cli/signpost.ts', 'proof', 'verify', file],
      { env: { DATA_DIR: service.dataDir }, encoding: 'utf8' },
    )
    assert.match(stdout, /^Genuine/, stderr)
    assert.ok(stdout.includes(kept.reference))
  })

  test('a reminder holds nothing of us', async () => {
    await page.getByRole('link', { name: 'Back to your mailbox' }).click()
    await page.getByRole('link', { name: 'Make a reminder' }).click()
    assert.equal(
      await page.getByLabel('Year').inputValue(),
      '2099',
      'the day that the officer named stands there',
    )
    await page.getByLabel('Words for the calendar').fill('Library')
    await page.getByLabel('Day', { exact: true }).fill('26')
    await page.getByLabel('Month').fill('11')
    await page.getByLabel('Year').fill('2099')
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Make the reminder' }).click()
    const file = await download
    assert.equal(file.suggestedFilename(), 'reminder.ics')
    await file.saveAs(join(folder, 'reminder.ics'))
    const text = readFileSync(join(folder, 'reminder.ics'), 'utf8')
    assert.match(text, /SUMMARY:Library\r\n/)
    assert.doesNotMatch(text, /signpost|http|localhost|receipt/i)
  })

  test('closing leaves no cookie, and the receipt has to be typed again', async () => {
    await page.goto(`${service.siteUrl}/b/open`)
    await page.getByRole('button', { name: 'Close your mailbox' }).click()
    await page.getByRole('heading', { name: 'Your mailbox is closed' }).waitFor()
    assert.deepEqual(await context.cookies(), [])
    await page.goto(`${service.siteUrl}/b/open`)
    await page.getByLabel('Your receipt').waitFor()
    await comeBack()
  })

  test('no message and no receipt is anywhere in what the service keeps, prints or knows', async () => {
    const stored = await everythingStored({
      dataDir: service.dataDir,
      databaseUrl: undefined,
      output: service.output(),
      pid: service.pid,
    })
    const planted = [...Object.values(said), kept.receipt, kept.receipt.replaceAll(' ', '')]
    assert.deepEqual(tracesIn(stored, [...planted, kept.receipt.replaceAll(' ', '-')]), [])
    assert.ok(tracesIn(stored, [kept.reference]).length > 0, 'the search finds what is there')
  })
})
