/** Files on their whole way: from a browser without script, and from one that seals, to an officer's disk. */
import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { newIdentity, recipientOf } from '../../src/sealing/identity.ts'
import { mailboxName, type Receipt, readReceipt } from '../../src/sealing/receipt.ts'
import { seal } from '../../src/sealing/seal.ts'
import { openChromium } from '../chromium.ts'
import { barriersOn, faultsIn, overflowOf } from '../page-checks.ts'
import { telltalePicture } from '../sample-pictures.ts'
import { startService, type WholeService } from '../whole-service.ts'

const words = 'the loft above the bakery '.repeat(30_000)

describe('Files', () => {
  let service: WholeService
  let browser: Browser
  let officer: Page
  let picture: Buffer
  let receipt: Receipt
  let reference = ''

  before(async () => {
    picture = await telltalePicture('jpeg')
    service = await startService()
    browser = await openChromium()
    officer = await (await browser.newContext()).newPage()
    officer.setDefaultTimeout(20_000)
    await enrol()
  })
  after(async () => {
    await browser?.close()
    await service?.remove()
  })

  async function enrol(): Promise<void> {
    await officer.goto(await service.enrolLink())
    const passphrase =
      (await officer.locator('[data-passphrase]').filter({ hasText: /\w/ }).textContent()) ?? ''
    await officer.getByLabel('Your name').fill('Ana')
    await officer.getByLabel('Type the passphrase once more').fill(passphrase)
    await officer.getByRole('button', { name: 'Enrol', exact: true }).click()
    await officer.getByRole('button', { name: 'Sign in' }).click()
    await officer.getByLabel('Name').fill('Ana')
    await officer.getByLabel('Passphrase', { exact: true }).fill(passphrase)
    await officer.getByRole('button', { name: 'Sign in' }).click()
    await officer.getByRole('heading', { name: 'Queue' }).waitFor()
  }

  /** As small as phones are, and as people hear it who do not see it. */
  async function look(storageState: Awaited<ReturnType<BrowserContext['storageState']>>) {
    const viewport = { width: 320, height: 640 }
    const page = await (await browser.newContext({ storageState, viewport })).newPage()
    await page.goto(`${service.siteUrl}/b/files`)
    assert.deepEqual(await barriersOn(page), [])
    assert.equal(await overflowOf(page), 0)
    await shoot(page, 'files')
    await page.getByLabel('Choose files').setInputFiles([
      { name: `${'x'.repeat(300)}.txt`, mimeType: 'text/plain', buffer: Buffer.from('words') },
      { name: 'programme.exe', mimeType: 'text/plain', buffer: Buffer.from('MZ\0') },
      { name: 'IMG 8.jpg', mimeType: 'image/jpeg', buffer: picture },
    ])
    await page.getByRole('button', { name: 'Add these files' }).click()
    assert.deepEqual(await barriersOn(page), [])
    assert.equal(await overflowOf(page), 0)
    await shoot(page, 'files-result')
    await page.context().close()
  }

  async function shoot(page: Page, name: string): Promise<void> {
    const folder = process.env['SCREENSHOTS']
    if (folder !== undefined)
      await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
  }

  test('a reporter without script adds a picture and a text, and reads what the picture tells', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    page.setDefaultTimeout(20_000)
    await tell(page, service.siteUrl)
    const typed = (await page.locator('#receipt').textContent()) ?? ''
    reference = ((await page.locator('#reference').textContent()) ?? '').replaceAll(' ', '-')
    const read = readReceipt(typed)
    assert.ok(read.outcome === 'receipt')
    ;({ receipt } = read)
    await page.goto(`${service.siteUrl}/b/files`)
    await page.getByLabel('Choose files').setInputFiles([
      { name: 'IMG 7.jpg', mimeType: 'image/jpeg', buffer: picture },
      { name: 'words.txt', mimeType: 'text/plain', buffer: Buffer.from(words) },
    ])
    await page.getByRole('button', { name: 'Add these files' }).click()
    const main = await page.locator('main').innerText()
    assert.match(main, /What became of your files/)
    assert.match(main, /where it was taken/)
    assert.match(main, /A copy without hidden details was added too/)
    assert.deepEqual(await faultsIn(await page.content()), [])
    await look(await context.storageState())
    await context.close()
  })

  test('an officer sees them, and has the very same bytes, after it was written down', async () => {
    await officer.goto(`${service.deskUrl}/`)
    await officer.getByRole('link', { name: reference }).click()
    const files = officer.locator('[data-files]')
    await files.getByText('IMG 7.jpg').first().waitFor()
    assert.match(await files.innerText(), /51\.51000, -0\.11667/)
    const sizes = []
    for (const place of [0, 1, 2]) {
      const coming = officer.waitForEvent('download')
      await files.getByRole('button', { name: 'Download and open' }).nth(place).click()
      const download = await coming
      const bytes = readFileSync((await download.path()) ?? assert.fail())
      const hash = createHash('sha256').update(bytes).digest('hex')
      assert.match(await files.innerText(), new RegExp(hash))
      sizes.push([download.suggestedFilename(), bytes.equals(picture), bytes.includes('Acme')])
    }
    assert.deepEqual(sizes, [
      ['IMG 7.jpg', true, true],
      ['cleaned-IMG 7.jpg', false, false],
      ['words.txt', false, false],
    ])
    assert.deepEqual(await barriersOn(officer), [])
    await shoot(officer, 'files-desk')
    await officer.reload()
    assert.equal(await officer.getByText('Ana downloaded a file').count(), 3)
  })

  test('nothing of them lies in clear in the data folder, and nothing of them is in the log', () => {
    const paths = readdirSync(service.dataDir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
    assert.ok(paths.some((path) => path.includes('/files/')))
    for (const path of paths)
      for (const secret of ['bakery', 'Acme', 'IMG 7', 'words.txt'])
        assert.equal(readFileSync(path).includes(secret), false, `${secret} in ${path}`)
    assert.doesNotMatch(service.output(), /bakery|IMG 7/)
  })

  test('a server that dies while it writes has what it said it had, and goes on from there', async () => {
    const size = 6_000_000
    const bytes = randomBytes(size)
    const id = await begin(service, receipt, size)
    const first = await patch(service, receipt, id, {
      offset: 0,
      bytes: bytes.subarray(0, 2_000_000),
    })
    assert.equal(first, 2_000_000)
    const dying = halfOf(service, receipt, id, bytes.subarray(2_000_000))
    await pause(250)
    await service.kill()
    dying.destroy()
    service = await startService({ dataDir: service.dataDir })
    const offset = await offsetOf(service, receipt, id)
    const onDisk = statSync(join(service.dataDir, 'files', id)).size
    assert.ok(offset >= 2_000_000 && offset <= onDisk, `${offset} of ${onDisk}`)
    assert.equal(await patch(service, receipt, id, { offset, bytes: bytes.subarray(offset) }), size)
    assert.ok(readFileSync(join(service.dataDir, 'files', id)).equals(bytes))
  })
})

async function tell(page: Page, siteUrl: string): Promise<void> {
  await page.goto(`${siteUrl}/a/1`)
  await page.locator('input[value=other]').check({ force: true })
  for (let step = 0; step < 40 && !page.url().endsWith('/a/check'); step += 1) {
    const what = page.locator('textarea[name=what]')
    if ((await what.count()) > 0) await what.fill('Six people')
    const share = page.locator('input[value=anonymous]')
    if ((await share.count()) > 0) await share.check({ force: true })
    await page.getByRole('button', { name: 'Continue' }).click()
  }
  await page.getByRole('button', { name: 'Send' }).click()
  await page.locator('#receipt').waitFor()
}

function headersOf(receipt: Receipt): Record<string, string> {
  return { 'mailbox-name': mailboxName(receipt), 'sec-fetch-site': 'same-origin' }
}

async function begin({ siteUrl }: WholeService, receipt: Receipt, size: number): Promise<string> {
  const note = await seal('a note', [await recipientOf(await newIdentity())])
  const answer = await fetch(`${siteUrl}/b/s/files`, {
    method: 'POST',
    headers: { ...headersOf(receipt), 'content-type': 'application/json' },
    body: JSON.stringify({ name: mailboxName(receipt), note, size }),
  })
  assert.equal(answer.status, 201)
  return ((await answer.json()) as { id: string }).id
}

async function patch(
  { siteUrl }: WholeService,
  receipt: Receipt,
  id: string,
  { offset, bytes }: { offset: number; bytes: Buffer },
): Promise<number> {
  const answer = await fetch(`${siteUrl}/b/s/files/${id}`, {
    method: 'PATCH',
    headers: {
      ...headersOf(receipt),
      'content-type': 'application/offset+octet-stream',
      'upload-offset': String(offset),
    },
    body: new Uint8Array(bytes),
  })
  return Number(answer.headers.get('upload-offset'))
}

async function offsetOf({ siteUrl }: WholeService, receipt: Receipt, id: string): Promise<number> {
  const url = `${siteUrl}/b/s/files/${id}`
  const answer = await fetch(url, { method: 'HEAD', headers: headersOf(receipt) })
  return Number(answer.headers.get('upload-offset'))
}

/** Brings half of what it says that it brings, and then says nothing more. */
function halfOf({ siteUrl }: WholeService, receipt: Receipt, id: string, bytes: Buffer) {
  const { hostname, port } = new URL(siteUrl)
  const socket = connect(Number(port), hostname)
  socket.on('error', () => undefined)
  const head = {
    ...headersOf(receipt),
    host: `${hostname}:${port}`,
    'content-type': 'application/offset+octet-stream',
    'upload-offset': '2000000',
    'content-length': String(bytes.length),
  }
  const lines = Object.entries(head).map(([name, value]) => `${name}: ${value}\r\n`)
  socket.write(`PATCH /b/s/files/${id} HTTP/1.1\r\n${lines.join('')}\r\n`)
  socket.write(bytes.subarray(0, 2_000_000))
  return socket
}
