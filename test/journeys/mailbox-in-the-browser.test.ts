/** Coming back with a receipt, in a real browser that opens the mailbox itself. */
import assert from 'node:assert/strict'
import { createPublicKey } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { after, before, beforeEach, describe, test } from 'node:test'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { type Message, messageLimit, officerMessage } from '../../src/mailbox/message.ts'
import { openEnvelope } from '../../src/mailbox/open-mailbox.ts'
import { checkProof, proofKey } from '../../src/mailbox/proof-of-report.ts'
import { openMessages, sealMessage } from '../../src/mailbox/sealed-message.ts'
import { hashOfMailboxName } from '../../src/reports/mailbox.ts'
import { mailboxName, newReceipt, type Receipt } from '../../src/sealing/receipt.ts'
import type { Sealed } from '../../src/sealing/seal.ts'
import { siteStores } from '../../src/stores.ts'
import { openChromium } from '../chromium.ts'
import { type OpenSite, openWholeSite } from '../open-site.ts'
import { barriersOn, overflowOf } from '../page-checks.ts'
import { sendForReceipt } from '../send-report.ts'

/** That of the site which is opened here. */
const secretKey = Buffer.alloc(32, 7)

/** What a form or an address escapes, as it was typed; sealed bytes as they are. */
function plain(request: string): string {
  return request.replace(/(?:%[0-9A-F]{2})+/gi, (escaped) => {
    try {
      return decodeURIComponent(escaped)
    } catch {
      return escaped
    }
  })
}

const mail = {
  smtpUrl: 'smtp://127.0.0.1:1',
  post: { from: 'messages@mail.example', textGateway: '{number}@texts.example' },
}

const said = {
  role: { role: 'other' },
  consent: { consent: 'confidential' },
  what: { what: 'Six men sleep behind the green door.' },
}

describe('Coming back with a receipt, in a browser that opens the mailbox itself,', () => {
  let site: OpenSite
  let browser: Browser
  let address = ''
  let context: BrowserContext
  let page: Page
  let receipt: Receipt
  let reference = ''
  let sent: string[] = []
  const complaints: string[] = []

  before(async () => {
    site = await openWholeSite(['en', 'cy'], {}, mail)
    await site.openDesk()
    await site.app.listen({ host: '127.0.0.1', port: 0 })
    address = `http://localhost:${(site.app.server.address() as AddressInfo).port}`
    browser = await openChromium()
  })
  after(async () => {
    await browser?.close()
    await site?.close()
  })

  beforeEach(async () => {
    await context?.close()
    context = await browser.newContext({ viewport: { width: 390, height: 800 } })
    context.setDefaultTimeout(15_000)
    context.on('weberror', (error) => complaints.push(String(error.error())))
    context.on('console', (message) => {
      if (/Trusted|Content Security/.test(message.text())) complaints.push(message.text())
    })
    page = await context.newPage()
    sent = []
    page.on('request', (request) => {
      sent.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`)
    })
    ;({ receipt, reference } = await sendForReceipt(site.database, said))
  })

  const stores = () => siteStores(site.database)
  const mailbox = () =>
    stores().mailboxes.find('signpost', hashOfMailboxName(mailboxName(receipt), secretKey))

  async function officerWrites(text: string, lookAgainOn?: string): Promise<void> {
    const found = await mailbox()
    assert.ok(found)
    const identity = await openEnvelope(receipt, found.envelope)
    assert.ok(identity)
    const sealed = await sealMessage(officerMessage({ text, lookAgainOn }, new Date()), identity)
    const { desk, report } = found
    await stores().messages.addFromOfficer({ desk, report, officer: 'ada', at: new Date(), sealed })
  }

  async function comeBack(typed: string = receipt): Promise<void> {
    await page.goto(`${address}/b`)
    await page.locator('[data-deed=open]').waitFor()
    await page.getByLabel('Your receipt').fill(typed)
    await page.getByRole('button', { name: 'Open your mailbox' }).click()
  }

  const opened = () => page.getByRole('heading', { name: 'Your mailbox', exact: true }).waitFor()
  const write = (text: string) => page.getByLabel('Your message').fill(text)
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
  const more = (name: string) => page.locator('summary', { hasText: name }).click()
  const shown = () => page.locator('main').innerText()

  /** What the reporter wrote, as whoever can open the report reads it. */
  async function written(): Promise<readonly Message[]> {
    const found = await mailbox()
    assert.ok(found)
    const identity = await openEnvelope(receipt, found.envelope)
    assert.ok(identity)
    const messages = await openMessages(await stores().messages.list(found.report), identity)
    return messages.flatMap((one) => (one.outcome === 'opened' ? [one.message] : []))
  }

  /** Nothing secret has left the browser in any request, spelled in any way. */
  function assertSealed(...words: readonly string[]): void {
    const secrets = [receipt, receipt.replaceAll('-', ''), receipt.replaceAll('-', ' '), ...words]
    for (const secret of secrets)
      for (const request of sent) assert.ok(!plain(request).includes(secret), request.slice(0, 200))
    assert.ok(!sent.join().includes('AGE-SECRET-KEY'))
  }

  async function assertUsable(): Promise<void> {
    assert.deepEqual(await barriersOn(page), [])
    await page.setViewportSize({ width: 320, height: 700 })
    assert.ok((await overflowOf(page)) <= 0, 'it runs off the side')
    await page.setViewportSize({ width: 390, height: 800 })
    assert.ok(await page.locator('.numbers').isVisible())
  }

  test('a reporter reads and answers, in one document that leaves no trace', async () => {
    await officerWrites('Thank you. Is the van still there?', '2026-11-26')
    await page.goto(`${address}/b`)
    await page.locator('[data-deed=open]').waitFor()
    const entries = await page.evaluate('history.length')
    await assertUsable()
    assert.match(await shown(), /Your receipt does not leave this page/)
    assert.doesNotMatch(await shown(), /It opens your messages in its memory/)
    await page.getByLabel('Your receipt').fill(receipt.toLowerCase().replaceAll('-', ' '))
    await press('Open your mailbox')
    await opened()
    const read = await shown()
    assert.match(read, /Is the van still there\?/)
    assert.match(read, /look here again after Thursday,? 26 November/)
    assert.match(read, /opened in this browser\. They came here sealed/)
    assert.ok(read.includes(reference))
    await assertUsable()
    await write('It came back on Friday.\nWith a new number plate.')
    await press('Send')
    await page.getByText('Your message has been sent.').waitFor()
    assert.match(await shown(), /You wrote on 22 November 2026\s+It came back on Friday\./)
    assert.equal(await page.getByLabel('Your message').inputValue(), '')
    await assertUsable()
    assert.deepEqual(
      (await written()).map(({ from, at, text }) => [from, at.slice(0, 10), text]).at(-1),
      ['reporter', '2026-11-22', 'It came back on Friday.\nWith a new number plate.'],
    )
    assertSealed('came back on Friday', 'number plate')
    assert.equal(await page.evaluate('history.length'), entries)
    assert.equal(page.url(), `${address}/b`)
    assert.deepEqual(await context.cookies(), [])
    assert.equal(await page.evaluate('localStorage.length + sessionStorage.length'), 0)
    await press('Close your mailbox')
    await page.getByText('Nothing of it is left on this page').waitFor()
    assert.doesNotMatch(await page.content(), /the van still there|came back on Friday/)
    assert.ok(!(await page.content()).includes(reference))
    await assertUsable()
    assert.equal(await page.evaluate('history.length'), entries)
  })

  test('with the keyboard alone everything can be reached and done', async () => {
    await page.goto(`${address}/b`)
    await page.locator('[data-deed=open]').waitFor()
    const entries = await page.evaluate('history.length')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    assert.equal(await page.evaluate('history.length'), entries, 'the skip link writes no entry')
    const tabTo = async (name: string) => {
      for (let stop = 0; stop < 40; stop += 1) {
        await page.keyboard.press('Tab')
        const focused = await page.evaluate<string>(
          '(document.activeElement.labels?.[0] ?? document.activeElement).innerText',
        )
        if (focused.trim() === name) return
      }
      assert.fail(`no key leads to ${name}`)
    }
    await tabTo('Your receipt')
    await page.keyboard.type('7KQ2')
    await page.keyboard.press('Enter')
    await page.getByText('This receipt is too short').first().waitFor()
    assert.match(await page.evaluate('document.activeElement.className'), /error-summary/)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    assert.equal(await page.evaluate('document.activeElement.id'), 'receipt')
    assert.equal(await page.evaluate('history.length'), entries, 'neither does an error')
    await page.keyboard.press('Control+a')
    await page.keyboard.type(receipt)
    await page.keyboard.press('Enter')
    await opened()
    assert.equal(await page.evaluate('document.activeElement.tagName'), 'H1')
    await tabTo('Your message')
    await page.keyboard.type('Typed with keys.')
    await tabTo('Send')
    await page.keyboard.press('Enter')
    await page.getByText('Your message has been sent.').waitFor()
    await tabTo('Change what we may do')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await page.keyboard.press('ArrowDown')
    await tabTo('Change it')
    await page.keyboard.press('Enter')
    await page.getByText('Your choice has been changed.').waitFor()
    assert.equal((await written()).at(-1)?.consent, 'anonymous')
  })

  test('a slip is said at once, without asking anybody, and apart from a receipt that nobody knows', async () => {
    const slip = `${receipt.slice(0, -1)}${receipt.endsWith('0') ? '1' : '0'}`
    await comeBack(slip)
    await page.getByText('There is a small slip in this receipt').first().waitFor()
    assert.equal(sent.filter((request) => request.startsWith('POST')).length, 0)
    assert.equal(await page.getByLabel('Your receipt').inputValue(), slip)
    await assertUsable()
    await page.getByLabel('Your receipt').fill('')
    await press('Open your mailbox')
    await page.getByText('Please type your receipt.').first().waitFor()
    const unknown = newReceipt()
    await page.getByLabel('Your receipt').fill(unknown)
    await press('Open your mailbox')
    await page.getByText('we know no report with it').first().waitFor()
    assert.equal(await page.getByLabel('Your receipt').inputValue(), unknown)
    await assertUsable()
    assertSealed(unknown)
  })

  test('a line that breaks after sending costs no word, and sending again adds one message', async () => {
    await comeBack()
    await opened()
    await write('The line is bad here.')
    await page.route('**/b/s/message', async (route) => {
      await route.fetch()
      await route.abort('connectionreset')
    })
    await press('Send')
    await page.getByText('Nothing came back from our server').first().waitFor()
    assert.equal(await page.getByLabel('Your message').inputValue(), 'The line is bad here.')
    await assertUsable()
    await page.unroute('**/b/s/message')
    await press('Send')
    await page.getByText('Your message has been sent.').waitFor()
    assert.equal((await written()).length, 1)
    await write('The line is bad here.')
    await press('Send')
    await page.getByText('Your message has been sent.').waitFor()
    assert.equal((await written()).length, 2, 'who means to say it twice says it twice')
  })

  test('while the service has trouble, or this device is offline, what is typed stays', async () => {
    await comeBack()
    await opened()
    await write('Still here.')
    await page.route('**/b/s/**', (route) =>
      route.fulfill({ status: 503, json: { problem: 'trouble' } }),
    )
    await press('Send')
    await page.getByText('Something is not working here').first().waitFor()
    assert.equal(await page.getByLabel('Your message').inputValue(), 'Still here.')
    await more('Take your report back')
    await page.getByText('Yes, destroy my report').click()
    await press('Take it back')
    await page.getByText('We cannot say if your report was taken back').first().waitFor()
    assert.equal(await page.getByLabel('Your message').inputValue(), 'Still here.')
    await more('Get a proof')
    await press('Get a proof that you sent a report')
    await page.getByText('Wait a minute and try again').nth(1).waitFor()
    await assertUsable()
    await page.unroute('**/b/s/**')
    await context.setOffline(true)
    await press('Look for new messages')
    await page.getByText('Nothing came back from our server').first().waitFor()
    await context.setOffline(false)
    await press('Send')
    await page.getByText('Your message has been sent.').waitFor()
    await press('Close your mailbox')
    await context.setOffline(true)
    await page.getByLabel('Your receipt').fill(receipt)
    await press('Open your mailbox')
    await page.getByText('Nothing came back from our server').first().waitFor()
    assert.equal(await page.getByLabel('Your receipt').inputValue(), receipt)
  })

  test('what cannot be sealed is not sent', async () => {
    await comeBack()
    await opened()
    await write('Not without a seal.')
    await page.evaluate('crypto.getRandomValues = () => { throw new Error("none") }')
    const before = sent.length
    await press('Send')
    await page.getByText('nothing was sent').first().waitFor()
    assert.equal(sent.length, before)
    assert.equal(await page.getByLabel('Your message').inputValue(), 'Not without a seal.')
  })

  test('too much, too little, and too many messages are said kindly', async () => {
    await comeBack()
    await opened()
    await press('Send')
    await page.getByText('Please write a few words.').first().waitFor()
    await assertUsable()
    await write('a'.repeat(messageLimit + 3))
    await press('Send')
    await page.getByText('3 characters too long').first().waitFor()
    await write('One too many')
    await page.route('**/b/s/message', (route) =>
      route.fulfill({ status: 409, json: { problem: 'full' } }),
    )
    await press('Send')
    await page.getByText('This mailbox is full').first().waitFor()
    assert.equal(await page.getByLabel('Your message').inputValue(), 'One too many')
  })

  test('the longest message goes through whole, whatever its script', async () => {
    await comeBack()
    await opened()
    const text = '水'.repeat(messageLimit)
    await write(text)
    await press('Send')
    await page.getByText('Your message has been sent.').waitFor()
    assert.equal((await written()).at(-1)?.text, text)
  })

  test('the level of consent is changed under seal, and officers read the new one', async () => {
    await comeBack()
    await opened()
    await more('Change what we may do')
    assert.equal(await page.getByLabel(/You may know my name/).isChecked(), true)
    await page.getByText('You may share it, and my name').click()
    await assertUsable()
    await press('Change it')
    await page.getByText('Your choice has been changed.').waitFor()
    assert.match(await shown(), /You changed what we may do: You may share it, and my name\./)
    assert.equal((await written()).at(-1)?.consent, 'share')
    assert.ok(!sent.some((request) => /share|consent/.test(request)))
    await press('Close your mailbox')
    await page.getByLabel('Your receipt').fill(receipt)
    await press('Open your mailbox')
    await opened()
    await more('Change what we may do')
    assert.equal(await page.getByLabel('You may share it, and my name').isChecked(), true)
  })

  test('a proof is shown and saved, and anybody can check it', async () => {
    await comeBack()
    await opened()
    await more('Get a proof')
    await press('Get a proof that you sent a report')
    await page.getByText('Our signature').waitFor()
    await assertUsable()
    const download = page.waitForEvent('download')
    await press('Save it as a file')
    const file = await download
    assert.equal(file.suggestedFilename(), 'proof.json')
    const text = readFileSync(await file.path(), 'utf8')
    const checked = checkProof(text, createPublicKey(proofKey(secretKey)))
    assert.ok(checked.outcome === 'genuine')
    assert.match(checked.statement, new RegExp(reference))
  })

  test('a reminder is made in the browser, and holds the words of its reporter and nothing of us', async () => {
    await officerWrites('Please look again.', '2026-11-26')
    await comeBack()
    await opened()
    await more('Make a reminder')
    assert.equal(await page.getByLabel('Month').inputValue(), '11')
    await press('Make the reminder')
    await page.getByText('Please choose words for the calendar.').first().waitFor()
    await assertUsable()
    const before = sent.length
    await page.getByLabel('Words for the calendar').fill('Library; <b>books</b>')
    await page.getByLabel('Day', { exact: true }).fill('٢٧')
    const download = page.waitForEvent('download')
    await press('Make the reminder')
    const file = await download
    assert.equal(file.suggestedFilename(), 'reminder.ics')
    const text = readFileSync(await file.path(), 'utf8')
    assert.match(text, /DTSTART;VALUE=DATE:20261127\r\n/)
    assert.match(text, /SUMMARY:Library\\; <b>books<\/b>\r\n/)
    assert.doesNotMatch(text, /localhost|signpost|mailbox/i)
    assert.deepEqual(
      sent.slice(before).filter((request) => !request.includes(' blob:')),
      [],
    )
  })

  test('taking the report back destroys it, and the receipt opens nothing after that', async () => {
    await comeBack()
    await opened()
    await more('Take your report back')
    await press('Take it back')
    await page.getByText('Please tick the box').first().waitFor()
    await assertUsable()
    await page.getByText('Yes, destroy my report').click()
    await press('Take it back')
    await page.getByRole('heading', { name: 'Your report has been taken back' }).waitFor()
    await assertUsable()
    assert.equal(await mailbox(), undefined)
    await comeBack()
    await page.getByText('we know no report with it').first().waitFor()
  })

  test('a message to a report that is gone meanwhile is not lost from the page', async () => {
    await comeBack()
    await opened()
    await write('Too late?')
    const found = { site: 'signpost', mailbox: hashOfMailboxName(mailboxName(receipt), secretKey) }
    await stores().withdrawals.remove(found, new Date())
    await press('Send')
    await page.getByText('This report is no longer here').first().waitFor()
    assert.equal(await page.getByLabel('Your message').inputValue(), 'Too late?')
  })

  test('a mailbox that nobody watches closes after ten minutes', async () => {
    await officerWrites('Is the van still there?')
    await page.clock.install()
    await comeBack()
    await opened()
    await write('Half a sen')
    await page.clock.fastForward('09:50')
    assert.match(await shown(), /Is the van still there/)
    await page.keyboard.press('Shift')
    await page.clock.fastForward('09:50')
    assert.match(await shown(), /Is the van still there/)
    await page.clock.fastForward('00:20')
    await page.getByText('because nobody touched this page for 10 minutes').waitFor()
    const left = await page.content()
    assert.doesNotMatch(left, /Is the van still there|Half a sen/)
    assert.ok(!left.includes(reference))
    await assertUsable()
  })

  test('it can be hidden from who comes in, and shown again with what was typed', async () => {
    await officerWrites('Is the van still there?')
    await comeBack()
    await opened()
    await write('Half a sen')
    await press('Hide this page')
    assert.doesNotMatch(await shown(), /van|Half/)
    await assertUsable()
    await press('Show it again')
    assert.match(await shown(), /van/)
    assert.equal(await page.getByLabel('Your message').inputValue(), 'Half a sen')
  })

  test('Escape leaves at once, and no way back leads to what was open', async () => {
    await context.route(/^https:/, (route) =>
      route.fulfill({ contentType: 'text/html', body: '<title>Weather</title>Sun' }),
    )
    await officerWrites('Is the van still there?')
    await comeBack()
    await opened()
    await write('Half a sen')
    await page.keyboard.press('Escape')
    await page.waitForURL(/^https:/)
    const seen: string[] = []
    const step = async (go: () => Promise<unknown>) => {
      await go().catch(() => undefined)
      await page.waitForTimeout(300)
      seen.push(await page.content())
    }
    await step(() => page.goBack())
    await step(() => page.goForward())
    await step(() => page.goBack())
    await step(() => page.reload())
    for (const content of seen) {
      assert.doesNotMatch(content, /Is the van still there|Half a sen/)
      assert.ok(!content.includes(reference) && !content.includes(receipt))
    }
  })

  test('whoever follows a link away and comes back finds it closed', async () => {
    await officerWrites('Is the van still there?')
    await comeBack()
    await opened()
    // Typed: a link of ours would take the place of the page, and Back would leave the site.
    await page.goto(`${address}/privacy`)
    await page.goBack()
    await page.getByLabel('Your receipt').waitFor()
    assert.equal(await page.getByLabel('Your receipt').inputValue(), '')
    const content = await page.content()
    assert.doesNotMatch(content, /Is the van still there/)
    assert.ok(!content.includes(reference))
  })

  test('a damaged seal and another’s receipt are two things, and both are said', async () => {
    const found = await mailbox()
    assert.ok(found)
    const reports = () => site.database.updateTable('reports').where('id', '=', found.report)
    const cut = found.envelope.replace(/\n.{20}/, `\n${'A'.repeat(20)}`)
    await reports().set({ envelope: cut }).execute()
    await comeBack()
    await page.getByText('its seal is damaged').first().waitFor()
    assert.ok((await shown()).includes(reference))
    await assertUsable()
    const another = await sendForReceipt(site.database, said)
    const hash = hashOfMailboxName(mailboxName(another.receipt), secretKey)
    const theirs = await stores().mailboxes.find('signpost', hash)
    await reports()
      .set({ envelope: theirs?.envelope ?? '' })
      .execute()
    await press('Open your mailbox')
    await page.getByText('it is locked with another receipt').first().waitFor()
    assert.equal(await page.getByLabel('Your receipt').inputValue(), receipt)
  })

  test('hostile words stay words', async () => {
    const hostile = `<img src=x onerror="document.title='owned'"><script>alert(1)</script>\u202egpj.exe\n${'W'.repeat(400)}`
    await officerWrites(hostile)
    await comeBack()
    await opened()
    await write(hostile)
    await press('Send')
    await page.getByText('Your message has been sent.').waitFor()
    assert.notEqual(await page.title(), 'owned')
    assert.equal(await page.locator('[data-mailbox] :is(img, script)').count(), 0)
    assert.ok(!(await shown()).includes('\u202e'))
    await assertUsable()
  })

  test('new messages are found without opening the old ones again', async () => {
    await comeBack()
    await opened()
    await press('Look for new messages')
    await page.getByText('There is nothing new.').waitFor()
    await write('Half a sen')
    await officerWrites('هل ما زالت الشاحنة هناك؟')
    await press('Look for new messages')
    await page.getByText('Something new has come.').waitFor()
    assert.match(await shown(), /هل ما زالت/)
    assert.equal(await page.getByLabel('Your message').inputValue(), 'Half a sen')
  })

  test('files are added under the same seal, and listed for whoever comes back', async () => {
    await comeBack()
    await opened()
    await page.getByText('There are no files yet.').waitFor()
    const file = {
      name: 'plates on Friday.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('The plate is AB12 CDE'),
    }
    await page.locator('#files-choose').setInputFiles(file)
    await page.getByText('Files you can add now').waitFor()
    await press('Add these files')
    await page.getByText('All files have been added: 1.').waitFor()
    await assertUsable()
    await press('Look for new messages')
    await page.locator('[data-part=files]').getByText('plates on Friday.txt').waitFor()
    assertSealed('plates', 'AB12')
    await press('Close your mailbox')
    assert.ok(!(await page.content()).includes('plates'))
    await page.getByLabel('Your receipt').fill(receipt)
    await press('Open your mailbox')
    await opened()
    assert.match(
      await page.locator('[data-part=files]').innerText(),
      /plates on Friday\.txt \(21 byte\)/,
    )
  })

  test('a notice is seen whole before it is kept, and ends when its reporter says so', async () => {
    const summary = 'Hear by email or text when there is a message'
    const kept = async () => {
      const found = await mailbox()
      return found !== undefined && (await stores().notices.has(found.report))
    }
    await comeBack()
    await opened()
    await more(summary)
    await press('See what it will look like')
    await page.getByText('Choose how we should tell you.').first().waitFor()
    await page.getByText('By email', { exact: true }).click()
    await page.getByLabel('Email address or mobile number').fill('no address')
    await press('See what it will look like')
    await page.getByText('Enter an email address').first().waitFor()
    await assertUsable()
    await page.getByLabel('Email address or mobile number').fill('sam@home.example')
    await press('See what it will look like')
    await page.getByText('This is what you will get').waitFor()
    assert.match(await shown(), /sam@home\.example[\s\S]*You have a message\./)
    await assertUsable()
    await press('No, go back')
    assert.equal(await kept(), false)
    const address = page.getByLabel('Email address or mobile number')
    assert.equal(await address.inputValue(), 'sam@home.example')
    await press('See what it will look like')
    await press('Yes, tell me this way')
    await page.getByText('We will tell you when there is a message.').waitFor()
    assert.equal(await kept(), true)
    assert.ok(!(await page.content()).includes('sam@home.example'))
    await press('Close your mailbox')
    await page.getByLabel('Your receipt').fill(receipt)
    await press('Open your mailbox')
    await opened()
    await more(summary)
    await press('Stop telling me')
    await page.getByText('We have destroyed the address').waitFor()
    assert.equal(await kept(), false)
  })

  test('while the line hangs, hiding and closing do not wait for it', async () => {
    await comeBack()
    await opened()
    await write('Half a sen')
    await page.route('**/b/s/message', () => undefined)
    await press('Send')
    await page.getByText('Sealing what you wrote, and sending it.').waitFor()
    await press('Hide this page')
    await press('Show it again')
    await press('Close your mailbox')
    await page.getByText('Nothing of it is left on this page').waitFor()
    assert.doesNotMatch(await page.content(), /Half a sen/)
    await page.getByLabel('Your receipt').fill(receipt)
    await press('Open your mailbox')
    await opened()
  })

  test('files that are on their way arrive, out of sight, though the mailbox is closed', async () => {
    await comeBack()
    await opened()
    let goOn = () => {}
    const held = new Promise<void>((resolve) => {
      goOn = resolve
    })
    await page.route('**/b/s/files/*', async (route) => {
      await held
      await route.continue()
    })
    const buffer = Buffer.from('The plate is AB12 CDE')
    const file = { name: 'plates on Friday.txt', mimeType: 'text/plain', buffer }
    await page.locator('#files-choose').setInputFiles(file)
    await page.getByText('Files you can add now').waitFor()
    await press('Add these files')
    await page.getByText('Keep this page open until').waitFor()
    await press('Close your mailbox')
    await page.getByText('Your files are still being sent.').waitFor()
    assert.doesNotMatch(await page.locator('body').innerText(), /plates on Friday/)
    goOn()
    await page.locator('body > [data-files]').waitFor({ state: 'detached' })
    assert.doesNotMatch(await page.content(), /plates on Friday/)
    const found = await mailbox()
    assert.ok(found)
    assert.equal((await stores().files.list(found.report)).length, 1)
  })

  test('the receipt of a draft is known as that, and leads to where the draft goes on', async () => {
    const draft = newReceipt()
    const name = hashOfMailboxName(mailboxName(draft), secretKey)
    const sealed = 'sealed draft' as Sealed
    await stores().savedDrafts.keep({ site: 'signpost', name, sealed }, site.clock.now)
    await comeBack(draft)
    await page.getByText('This is the receipt of a draft').first().waitFor()
    await assertUsable()
    await page.getByRole('link', { name: 'Continue a draft that you saved' }).click()
    await page.getByRole('heading', { name: 'Continue a draft that you saved' }).waitFor()
  })

  test('in a browser that cannot seal, the page says so, and our server opens the mailbox', async () => {
    await officerWrites('Is the van still there?')
    await page.addInitScript('delete globalThis.TransformStream')
    await page.goto(`${address}/b`)
    await page.getByText('This browser cannot open a mailbox by itself').waitFor()
    assert.match(await shown(), /It opens your messages in its memory/)
    await page.getByLabel('Your receipt').fill(receipt)
    await press('Open your mailbox')
    await page.waitForURL(/\/b\/open$/)
    await page.getByText('Is the van still there?').waitFor()
  })

  test('it works in Welsh, and its links stay there', async () => {
    await page.goto(`${address}/cy/b`)
    await page.locator('[data-deed=open]').waitFor()
    await page.locator('#receipt').fill(receipt)
    await page.locator('[data-deed=open] button').click()
    await page.getByRole('heading', { name: 'Eich blwch post' }).waitFor()
    assert.ok(sent.some((request) => request.startsWith(`POST ${address}/cy/b/s/read`)))
    assert.equal(await page.locator('main [href="/b"]').count(), 0)
    await assertUsable()
  })

  test('no page made the browser complain, and the service logged nothing', () => {
    assert.deepEqual(complaints, [])
    assert.deepEqual(site.logged, [])
  })
})
