/** The real service, a real browser, and a report from the first click to the officer who reads it. */
import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { openChromium } from '../chromium.ts'
import { preparePostgres } from '../contract.ts'
import { everythingStored, tracesIn } from '../traces.ts'
import { startService, type WholeService } from '../whole-service.ts'

const said = {
  what: 'Plumwhistle men carry zebracrates at night.\nThey look tired & “afraid” <b>always</b>.',
  where: 'The Quibblewick shed, 7 Nowhere Lane',
  details: 'Every Frimday after nine',
  landmark: 'Opposite the Wobbleton fountain',
  who: 'A man they call Snorkwald',
  business: 'Grizzlepop Car Wash',
  phones: '07700 900888',
  web: '@zibberzabber on the app',
  children: 'Two children with blue scarves named Ploof',
  danger: 'A locked gatehouse called Grimtooth',
  vehicles: 'ZZ99 QQQ, a mauve lorry',
  name: 'Wibble Sampleton',
  phone: '07700 900999',
  times: 'Only before Blorptime',
  safe: 'Never mention Frumpelstone',
}

// What tells one reporter from another without a word: their browser, and where they come from.
const marks = {
  userAgent: 'Quibblebrowser/99.7 (Zorptop)',
  extraHTTPHeaders: { 'x-forwarded-for': '203.0.113.177' },
}

for (const engine of ['SQLite', 'PostgreSQL'] as const)
  describe(`A report travels through the whole service, on ${engine}`, () => {
    let service: WholeService
    let exit: Server
    let browser: Browser
    let officer: Page
    let databaseUrl: string | undefined
    let removeDatabase = (): Promise<void> => Promise.resolve()
    const sitesDir = mkdtempSync(join(tmpdir(), 'signpost-sites-'))
    const kept = { receipt: '', reference: '', passphrase: '' }

    before(async () => {
      exit = createServer((_request, response) =>
        response.end('<title>Weather</title>Sunny'),
      ).listen(0)
      const { port } = exit.address() as AddressInfo
      const site = readFileSync('content/sites/signpost.yaml', 'utf8')
      writeFileSync(
        join(sitesDir, 'signpost.yaml'),
        site.replace(/^exit: .*$/m, `exit: http://localhost:${port}/weather`),
      )
      if (engine === 'PostgreSQL') {
        const prepared = await preparePostgres()
        databaseUrl = prepared.url
        removeDatabase = prepared.remove
      }
      service = await startService({ settings: settings() })
      browser = await openChromium()
    })
    after(async () => {
      await browser?.close()
      await service?.remove()
      await removeDatabase()
      exit?.close()
      rmSync(sitesDir, { recursive: true, force: true })
    })

    function settings(): Record<string, string> {
      return {
        SITES_DIR: sitesDir,
        ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
      }
    }

    async function person(
      script: boolean,
      own: BrowserContextOptions = {},
    ): Promise<{ context: BrowserContext; page: Page }> {
      const context = await browser.newContext({ javaScriptEnabled: script, ...own })
      context.setDefaultTimeout(20_000)
      return { context, page: await context.newPage() }
    }

    test('a visitor reads a guide, stores nothing, calls nobody else, and is gone with one key', async () => {
      const { context, page } = await person(true)
      const asked: string[] = []
      page.on('request', (request) => asked.push(new URL(request.url()).origin))
      await page.goto(service.siteUrl)
      await page.getByRole('navigation', { name: 'Main menu' }).getByText('Guides').click()
      await page.locator('main').getByRole('link', { name: /signs/i }).first().click()
      await page.getByRole('heading', { level: 1 }).waitFor()
      assert.deepEqual([...new Set(asked)], [service.siteUrl])
      assert.deepEqual(await context.cookies(), [])
      assert.equal(await page.evaluate('localStorage.length + sessionStorage.length'), 0)
      await page.keyboard.press('Escape')
      await page.getByText('Sunny').waitFor()
      await context.close()
    })

    test('until an officer can read, telling online is closed and the numbers are there', async () => {
      const { context, page } = await person(false)
      await page.goto(`${service.siteUrl}/report`)
      await page.getByRole('heading', { name: 'Telling us online is closed' }).waitFor()
      assert.ok((await page.locator('a[href="tel:999"]').count()) > 0)
      await context.close()
    })

    test('the first officer enrols with the link that the start printed', async () => {
      const { page } = await person(true)
      officer = page
      await page.goto(await service.enrolLink())
      await page.getByText('You will be the first to use this desk').waitFor()
      kept.passphrase =
        (await page.locator('[data-passphrase]').filter({ hasText: /\w/ }).textContent()) ?? ''
      await page.getByLabel('Your name').fill('Sample Officer')
      await page.getByLabel('Type the passphrase once more').fill(kept.passphrase)
      await page.getByRole('button', { name: 'Enrol', exact: true }).click()
      await page.getByText('Enrol a second officer soon').waitFor()
    })

    test('a reporter without script answers every question, goes back, reloads, and sends twice', async () => {
      const { context, page } = await person(false, marks)
      const next = async (then: string) => {
        await page.getByRole('button', { name: 'Continue' }).click()
        await page.locator(then).first().waitFor()
      }
      await page.goto(`${service.siteUrl}/report`)
      assert.deepEqual(await context.cookies(), [])
      await page.locator('[name=role][value=other] + label').click()
      await next('[name=consent]')
      await page.locator('[name=consent][value=confidential] + label').click()
      await next('[name=what]')
      await next('.govuk-error-summary')
      await page.locator('[name=what]').fill(said.what)
      await next('[name=signs]')
      await page.locator('[name=signs][value=watched] + label').click()
      await page.locator('[name=signs][value=papers] + label').click()
      await next('[name=danger-now]')
      await page.locator('[name=danger-now][value=no] + label').click()
      await page.locator('[name=danger-about]').fill(said.danger)
      await page.locator('[name=children][value=yes] + label').click()
      await next('[name=children-about]')
      await page.locator('[name=children-about]').fill(said.children)
      await next('[name=where]')
      await page.locator('[name=where]').fill(said.where)
      await page.locator('[name=landmark]').fill(said.landmark)
      await next('[name=when]')
      await page.goBack()
      await page.reload()
      assert.equal(await page.locator('[name=where]').inputValue(), said.where)
      await next('[name=when]')
      await page.locator('[name=happening][value=week] + label').click()
      await page.locator('[name=when]').fill(said.details)
      await next('[name=who]')
      await page.locator('[name=who]').fill(said.who)
      await page.locator('[name=businesses]').fill(said.business)
      await next('[name=vehicles]')
      await page.locator('[name=vehicles]').fill(said.vehicles)
      await page.locator('[name=phones]').fill(said.phones)
      await page.locator('[name=web]').fill(said.web)
      await next('[name=name]')
      await page.locator('[name=name]').fill(said.name)
      await page.locator('[name=phone]').fill(said.phone)
      await page.locator('[name=contact-times]').fill(said.times)
      await page.locator('[name=contact-safe]').fill(said.safe)
      await next('[name=files]')
      await page.locator('[name=files][value=no] + label').click()
      await next('[action="/a/send"]')
      const check = await page.locator('main').innerText()
      for (const words of Object.values(said))
        assert.ok(check.includes(words.split('\n')[0] ?? ''), words)
      await page.getByRole('button', { name: 'Send' }).click()
      kept.receipt = (await page.locator('#receipt').innerText()).trim()
      kept.reference = (await page.locator('#reference').innerText()).trim().replaceAll(' ', '-')
      await page.reload()
      assert.equal((await page.locator('#receipt').innerText()).trim(), kept.receipt)
      await page.getByLabel('Type the last group').fill(kept.receipt.slice(-4))
      await page.getByRole('button', { name: 'Finish', exact: true }).click()
      await page.getByRole('heading', { name: 'You are done' }).waitFor()
      assert.deepEqual(await context.cookies(), [])
      await page.goto(`${service.siteUrl}/a/receipt`)
      assert.equal(await page.locator('#receipt').count(), 0)
      await context.close()
    })

    test('the officer reads the same words, and it is one report', async () => {
      await officer.goto(service.deskUrl)
      await officer.getByLabel('Name').fill('Sample Officer')
      await officer.getByLabel('Passphrase', { exact: true }).fill(kept.passphrase)
      await officer.getByRole('button', { name: 'Sign in' }).click()
      await officer.getByRole('link', { name: kept.reference }).click()
      await officer.locator('[data-outcome=opened]').waitFor()
      const read = await officer.locator('main').innerText()
      for (const words of Object.values(said).flatMap((text) => text.split('\n')))
        assert.ok(read.includes(words), words)
      await officer.goto(service.deskUrl)
      assert.equal(await officer.locator('a[href^="/reports/"]').count(), 1)
    })

    test('nothing that was said is anywhere in what the service keeps, prints or knows', async () => {
      const planted = [
        ...Object.values(said),
        kept.receipt,
        kept.receipt.replaceAll(' ', ''),
        kept.passphrase,
        marks.userAgent,
        marks.extraHTTPHeaders['x-forwarded-for'],
      ]
      const stored = await everythingStored({
        dataDir: service.dataDir,
        databaseUrl,
        output: service.output(),
        pid: service.pid,
      })
      assert.ok(stored.length > 3, 'there is something to look through')
      assert.deepEqual(tracesIn(stored, planted), [])
      assert.ok(tracesIn(stored, [kept.reference]).length > 0, 'the search finds what is there')
    })

    test('stopping and starting again loses nothing and keeps the words sealed', async () => {
      assert.equal(await service.stop(), 0)
      service = await startService({ dataDir: service.dataDir, settings: settings() })
      const { context, page } = await person(false)
      await page.goto(`${service.siteUrl}/report`)
      assert.equal(await page.getByText('Telling us online is closed').count(), 0)
      await context.close()
      assert.ok(readdirSync(service.dataDir).length > 0)
    })
  })
