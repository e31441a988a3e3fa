import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { findReport, type Returning, sendAndComeBack } from '../../../test/come-back.ts'
import { Browser, type OpenSite, openWholeSite } from '../../../test/open-site.ts'
import { faultsIn } from '../../../test/page-checks.ts'
import { assertNumbers } from '../../../test/telling.ts'
import { openNotice } from '../../mailbox/notice.ts'
import { mailboxName, readReceipt } from '../../sealing/receipt.ts'

const mail = {
  smtpUrl: 'smtp://127.0.0.1:1',
  post: { from: 'messages@mail.example', textGateway: '{number}@texts.example' },
}
const address = 'sam@home.example'

describe('Hearing that there is a message', () => {
  let site: OpenSite
  let returning: Returning
  before(async () => {
    site = await openWholeSite(['en'], {}, mail)
    await site.openDesk()
    returning = await sendAndComeBack(site)
  })
  after(() => site.close())

  async function kept(reference = returning.reference) {
    const { id } = await findReport(site, reference)
    const row = await site.database
      .selectFrom('notices')
      .selectAll()
      .where('report', '=', id)
      .executeTakeFirst()
    return row && openNotice(row.box, Buffer.alloc(32, 7))
  }

  test('is offered in the mailbox with its dangers, and nothing is kept before the whole of it was seen', async () => {
    const { browser } = returning
    assert.match((await browser.get('/b/open')).body, /href="\/b\/notice"/)
    const page = await browser.get('/b/notice')
    assert.equal(page.headers['content-encoding'], undefined)
    assert.match(page.body, /Only choose this if nobody else reads that email or phone/)
    assert.match(page.body, /<input[^>]*name="address"[^>]*autocomplete="off"/)
    assert.deepEqual(await faultsIn(page.body), [])
    const look = await browser.post('/b/notice', { way: 'email', address })
    assert.equal(look.statusCode, 200)
    for (const shown of ['>Messages<', '>You have a message<', '>You have a message.<'])
      assert.ok(look.body.includes(shown), shown)
    assert.deepEqual(await faultsIn(look.body), [])
    assert.equal(await kept(), undefined)
    const back = await browser.post('/b/notice', { way: 'email', address, next: 'back' })
    assert.ok(back.body.includes(`value="${address}"`))
    assert.equal(await kept(), undefined)
  })

  test('is kept in a box, never shown again, changed and stopped at any time', async () => {
    const { browser, reference } = returning
    const agreed = await browser.post('/b/notice', { way: 'email', address, next: 'keep' })
    assert.equal(agreed.headers.location, '/b/open?said=notice-on')
    const said = await browser.get('/b/open?said=notice-on')
    assert.match(said.body, /We will tell you when there is a message/)
    assert.deepEqual(await kept(), {
      way: 'email',
      address,
      sender: 'Messages',
      subject: 'You have a message',
      text: 'You have a message.',
    })
    const page = await browser.get('/b/notice')
    assert.match(page.body, /You hear of new messages already/)
    assert.ok(!page.body.includes(address))
    await browser.post('/b/notice', { way: 'text', address: '07700 900123', next: 'keep' })
    assert.equal((await kept())?.address, '447700900123')
    const stopped = await browser.post('/b/notice', { next: 'stop' })
    assert.equal(stopped.headers.location, '/b/open?said=notice-off')
    assert.equal(await kept(reference), undefined)
  })

  test('a wrong address is said so, and what was typed stays', async () => {
    for (const [way, typed, says] of [
      ['', address, 'Choose how we should tell you'],
      ['email', 'sam at home', 'Enter an email address'],
      ['email', 'sam@home.example\r\nBcc: all@others.example', 'Enter an email address'],
      ['text', '999', 'Enter a mobile number'],
    ] as const) {
      const answer = await returning.browser.post('/b/notice', {
        way,
        address: typed,
        next: 'keep',
      })
      assert.equal(answer.statusCode, 422)
      assert.ok(answer.body.includes(says), says)
      assertNumbers(answer)
      assert.deepEqual(await faultsIn(answer.body), [])
    }
    assert.equal(await kept(), undefined)
  })

  test('goes with the report when that is taken back', async () => {
    const other = await sendAndComeBack(site)
    const { browser, reference } = other
    await browser.post('/b/notice', { way: 'email', address, next: 'keep' })
    const { id } = await findReport(site, reference)
    await browser.post('/b/withdraw', { sure: 'yes' })
    const rows = await site.database.selectFrom('notices').selectAll().execute()
    assert.ok(!rows.some(({ report }) => report === id))
  })

  test('the script of the mailbox asks for the same in JSON', async () => {
    const read = readReceipt(returning.receipt)
    assert.ok(read.outcome === 'receipt')
    const name = mailboxName(read.receipt)
    const ask = (body: object) =>
      site.app.inject({
        method: 'POST',
        url: '/b/s/notice',
        headers: { host: 'localhost', 'sec-fetch-site': 'same-origin' },
        payload: { name, ...body },
      })
    assert.deepEqual((await ask({ deed: 'ask' })).json(), { ways: ['email', 'text'], isOn: false })
    const look = await ask({ deed: 'look', way: 'email', address })
    assert.equal(look.json<{ subject: string }>().subject, 'You have a message')
    assert.equal((await ask({ deed: 'look', way: 'email', address: 'sam' })).statusCode, 422)
    assert.equal((await ask({ deed: 'keep', way: 'email', address })).statusCode, 201)
    assert.equal((await ask({ deed: 'ask' })).json<{ isOn: boolean }>().isOn, true)
    assert.equal((await ask({ deed: 'stop' })).json<{ isOn: boolean }>().isOn, false)
  })

  test('is not offered where no mail server is set, nor to who has no mailbox open', async () => {
    const over = await new Browser(site.app).get('/b/notice')
    assert.equal(over.statusCode, 410)
    const bare = await openWholeSite()
    await bare.openDesk()
    const { browser } = await sendAndComeBack(bare)
    assert.doesNotMatch((await browser.get('/b/open')).body, /\/b\/notice/)
    assert.equal((await browser.get('/b/notice')).statusCode, 404)
    await bare.close()
  })
})
