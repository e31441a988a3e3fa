/** One set of cases, told with script and without: what the desk opens is the same. */
import assert from 'node:assert/strict'
import type { AddressInfo } from 'node:net'
import { after, before, describe, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import type { Report } from '../../src/reports/report.ts'
import { openChromium } from '../chromium.ts'
import { journeyCases } from '../journey-cases.ts'
import { type OpenSite, openWholeSite } from '../open-site.ts'
import { answerAll, openSent, sendAndRead, takenOver } from '../tell-in-chromium.ts'

describe('Told with script or without, a report is the same', () => {
  let site: OpenSite
  let chromium: Browser
  let address = ''

  before(async () => {
    site = await openWholeSite()
    await site.openDesk()
    await site.app.listen({ host: '127.0.0.1', port: 0 })
    address = `http://localhost:${(site.app.server.address() as AddressInfo).port}`
    chromium = await openChromium()
  })
  after(async () => {
    await chromium?.close()
    await site?.close()
  })

  async function tab(javaScriptEnabled: boolean): Promise<Page> {
    const context = await chromium.newContext({ javaScriptEnabled })
    context.setDefaultTimeout(15_000)
    const page = await context.newPage()
    await page.goto(`${address}/report`)
    if (javaScriptEnabled) await takenOver(page)
    return page
  }

  for (const one of journeyCases)
    test(`A report can be sent by ${one.title}`, async () => {
      const reports: Report[] = []
      const rows: object[] = []
      for (const script of [true, false]) {
        const page = await tab(script)
        await answerAll(page, one)
        const kept = await sendAndRead(page)
        const report = await openSent(site, kept)
        assert.equal(report.reference, kept.reference)
        assert.equal(report.sealed, script ? 'in the browser' : 'on arrival')
        assert.match(report.sent, /^\d{4}-\d\d-\d\dT\d\d:00:00Z$/)
        reports.push({ ...report, reference: '', sent: '', sealed: 'on arrival' })
        rows.push(await outside(kept.reference))
        await page.context().close()
      }
      assert.deepEqual(reports[0], reports[1])
      assert.deepEqual(rows[0], rows[1])
    })

  /** What is known outside the seals, and how long they are. */
  async function outside(reference: string): Promise<object> {
    const { id, mailbox, envelope, body, receipt_recipient, ...row } = await site.database
      .selectFrom('reports')
      .selectAll()
      .where('reference', '=', reference)
      .executeTakeFirstOrThrow()
    assert.ok(id && mailbox && receipt_recipient)
    return { ...row, reference: '', envelope: envelope.length, body: body.length }
  }
})
