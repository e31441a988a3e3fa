import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { LightMyRequestResponse } from 'fastify'
import { Browser, type OpenSite, openWholeSite } from '../../../test/open-site.ts'
import { telltalePicture } from '../../../test/sample-pictures.ts'
import { sendForReceipt } from '../../../test/send-report.ts'
import { assertNumbers, send, walk, wholeReport } from '../../../test/telling.ts'
import { mostInOneForm } from '../../files/limits.ts'
import { mailboxHash } from '../../reports/mailbox.ts'
import type { Receipt } from '../../sealing/receipt.ts'
import { siteStores } from '../../stores.ts'

const said = { role: { role: 'other' }, consent: { consent: 'share' }, what: { what: 'Six' } }
const boundary = '----WebKitFormBoundaryab12'
type Chosen = readonly [filename: string, bytes: Buffer | string]

describe('Adding files, without script', () => {
  let site: OpenSite
  let picture: Buffer
  before(async () => {
    site = await openWholeSite()
    await site.openDesk()
    picture = await telltalePicture('jpeg')
  })
  after(() => site.close())

  /** Somebody who sent a report, and came back with the receipt. */
  async function comeBack(): Promise<{ browser: Browser; receipt: Receipt }> {
    const { receipt } = await sendForReceipt(site.database, said, { now: site.clock.now })
    const browser = new Browser(site.app)
    const opened = await browser.post('/b', { receipt })
    assert.ok(opened.statusCode < 400, String(opened.statusCode))
    return { browser, receipt }
  }

  function add(
    browser: Browser,
    files: readonly Chosen[],
    own: { keep?: string; cut?: number; headers?: Record<string, string> } = {},
  ): Promise<LightMyRequestResponse> {
    const { keep = 'both', cut, headers = {} } = own
    const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    return site.app.inject({
      method: 'POST',
      url: '/b/files',
      headers: {
        host: 'localhost',
        cookie,
        'sec-fetch-site': 'same-origin',
        'content-type': `multipart/form-data; boundary=${boundary}`,
        ...headers,
      },
      payload: formOf(keep, files).subarray(0, cut),
    })
  }

  async function filesOf(receipt: Receipt) {
    const stores = siteStores(site.database)
    const mailbox = await stores.mailboxes.find(
      'signpost',
      mailboxHash(receipt, Buffer.alloc(32, 7)),
    )
    return stores.files.list(mailbox?.report ?? assert.fail())
  }

  test('the page asks what to keep, says what pictures tell, and names the way', async () => {
    const { browser } = await comeBack()
    const page = await browser.get('/b/files')
    assert.equal(page.statusCode, 200)
    assert.match(page.body, /A photo can say where and when it was taken/)
    assert.match(page.body, /name="keep"[^>]* value="both" checked/)
    assert.match(page.body, /type="file" id="files" name="files" multiple/)
    assert.match(page.body, /enctype="multipart\/form-data"[^>]* autocomplete="off"/)
    assert.match(page.body, /It never stores them open/)
    assertNumbers(page)
  })

  test('several files at once: each is told what became of it and what it gives away', async () => {
    const { browser, receipt } = await comeBack()
    const answer = await add(browser, [
      ['IMG 1.jpg', picture],
      ['letter.pdf', '%PDF-1.7 words'],
      ['words.txt', 'only words'],
      ['programme.exe', 'MZ\x90\0\x03'],
      ['empty.jpg', ''],
    ])
    assert.equal(answer.statusCode, 200)
    for (const words of [
      /IMG 1\.jpg<\/bdi>[\s\S]*Added\. Officers can see it/,
      /A copy without hidden details was added too/,
      /where it was taken/,
      /when it was taken: 2026-11-20 10:11:12/,
      /what it was taken with: Acme Phone 9 SN-12345/,
      /who made it: Sam Field/,
      /letter\.pdf<\/bdi>[\s\S]*We cannot take hidden details out of this kind/,
      /programme\.exe<\/bdi>[\s\S]*could start a program/,
      /empty\.jpg<\/bdi>[\s\S]*There is nothing in this file/,
      /Copy without hidden details, /,
    ])
      assert.match(answer.body, words)
    assert.equal((await filesOf(receipt)).length, 4)
    const page = await browser.get('/b/files')
    assert.match(page.body, /<bdi>words\.txt<\/bdi>/)
    assert.equal(page.headers['content-encoding'], undefined)
  })

  test('only a copy is kept where the reporter wants no more', async () => {
    const { browser, receipt } = await comeBack()
    const chosen: Chosen[] = [
      ['IMG_20261120.jpg', picture],
      ['film.mp4', Buffer.from('\0\0\0\x10ftypisom\0\0\0\0', 'latin1')],
    ]
    const answer = await add(browser, chosen, { keep: 'copy' })
    assert.match(answer.body, /the hidden details has been destroyed here/)
    assert.match(answer.body, /Not added, because no copy without hidden details/)
    assert.equal((await filesOf(receipt)).length, 1)
    assert.match((await browser.get('/b/files')).body, /picture-1\.jpg/)
  })

  test('hostile names and kinds are harmless, and the rest of the form unharmed', async () => {
    const { browser, receipt } = await comeBack()
    const bomb = Buffer.concat([Buffer.from('PK\x03\x04'.padEnd(30, '\0')), Buffer.alloc(5_000)])
    const answer = await add(browser, [
      ['../../../etc/passwd', 'root:x:0:0'],
      ['photo\u202egpj.exe', 'MZ'],
      ['<img src=x onerror=alert(1)>.txt', 'x'],
      [`${'x'.repeat(10_000)}.txt`, 'x'],
      ['a\u0000\u0007b.txt', 'x'],
      ['drawing.svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
      ['bomb.zip', bomb],
      ['letter.pdf', picture],
    ])
    assert.equal(answer.statusCode, 200)
    assert.doesNotMatch(answer.body, /<img src=x|etc\/passwd|\u202e|x{200}/)
    assert.match(answer.body, /&lt;img src=x onerror=alert\(1\)&gt;\.txt/)
    assert.match(answer.body, /Its name says one kind of file, but it is another/)
    const files = await filesOf(receipt)
    assert.equal(files.filter(({ copyOf }) => copyOf === undefined).length, 6)
  })

  test('no file, too many files, and a form that breaks off are said in words', async () => {
    const { browser, receipt } = await comeBack()
    const none = await add(browser, [['', '']])
    assert.equal(none.statusCode, 422)
    assert.match(none.body, /href="#files">Please choose a file/)
    const many = Array.from({ length: mostInOneForm + 1 }, (_, n): Chosen => [`${n}.txt`, 'words'])
    const full = await add(browser, many)
    assert.match(full.body, /10 files can come at a time\. Add this one again/)
    assert.equal((await filesOf(receipt)).length, mostInOneForm)
    const chosen: Chosen[] = [
      ['whole.txt', 'words'],
      ['half.txt', 'x'.repeat(50_000)],
    ]
    const broken = await add(browser, chosen, { cut: 20_000 })
    assert.equal(broken.statusCode, 400)
    assert.match(broken.body, /not read to its end/)
    assert.match(broken.body, /whole\.txt/)
    assertNumbers(broken)
    assert.equal((await filesOf(receipt)).length, mostInOneForm + 1)
  })

  test('whoever has just sent a report need not type the receipt', async () => {
    const browser = new Browser(site.app)
    await walk(browser, wholeReport)
    await send(browser)
    const page = await browser.get('/b/files')
    assert.equal(page.statusCode, 200)
    const answer = await add(browser, [['words.txt', 'only words']])
    assert.match(answer.body, /Added\. Officers can see it/)
  })

  test('without a receipt, from another site, or as no form of ours, nothing is taken', async () => {
    const stranger = new Browser(site.app)
    assert.equal((await stranger.get('/b/files')).statusCode, 410)
    assert.equal((await add(stranger, [['a.txt', 'x']])).statusCode, 410)
    const { browser, receipt } = await comeBack()
    const elsewhere = { headers: { 'sec-fetch-site': 'cross-site' } }
    assert.equal((await add(browser, [['a.txt', 'x']], elsewhere)).statusCode, 403)
    assert.equal((await add(browser, [['a.txt', 'x']], { keep: 'everything' })).statusCode, 400)
    const type = { headers: { 'content-type': 'text/plain' } }
    assert.equal((await add(browser, [['a.txt', 'x']], type)).statusCode, 415)
    assert.deepEqual(await filesOf(receipt), [])
  })

  test('when the database is away, the page says that the report is safe', async () => {
    const { browser } = await comeBack()
    await site.database.schema.alterTable('report_files').renameTo('elsewhere').execute()
    const answer = await add(browser, [['a.txt', 'the loft above the bakery']])
    assert.equal(answer.statusCode, 503)
    assert.match(answer.body, /Your report is safe/)
    assertNumbers(answer)
    assert.doesNotMatch(JSON.stringify(site.logged), /bakery|a\.txt/)
    await site.database.schema.alterTable('elsewhere').renameTo('report_files').execute()
  })
})

function formOf(keep: string, files: readonly Chosen[]): Buffer {
  const field = `--${boundary}\r\nContent-Disposition: form-data; name="keep"\r\n\r\n${keep}\r\n`
  const parts = files.flatMap(([filename, bytes]) => [
    Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="files"; filename="${filename}"\r\nContent-Type: application/octet-stream\r\n\r\n`,
    ),
    typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes,
    Buffer.from('\r\n'),
  ])
  return Buffer.concat([Buffer.from(field), ...parts, Buffer.from(`--${boundary}--\r\n`)])
}
