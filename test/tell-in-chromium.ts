/** Telling us in a real browser as a reporter does, with script or without: the same hands for both. */
import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { envelopeIn } from '../src/reports/envelope-box.ts'
import { humanTrafficking as journey } from '../src/reports/human-trafficking.ts'
import type { Answer } from '../src/reports/question.ts'
import { readReport } from '../src/reports/read-report.ts'
import type { Report } from '../src/reports/report.ts'
import { type Identity, parseIdentity } from '../src/sealing/identity.ts'
import { mailboxIdentity, readReceipt } from '../src/sealing/receipt.ts'
import { open } from '../src/sealing/seal.ts'
import type { JourneyCase } from './journey-cases.ts'
import type { OpenSite } from './open-site.ts'

/** Waits until the page has said that it seals in this browser. */
export async function takenOver(page: Page): Promise<void> {
  await page.locator('#sealed p').first().waitFor()
}

/** Answers every question of a case, from the first page to the check. */
export async function answerAll(page: Page, { answers, path }: JourneyCase): Promise<void> {
  for (const id of path) {
    const question = journey.questions.find((one) => one.id === id)
    assert.ok(question, id)
    await page.locator(`form[action="/a/${question.page}"]`).waitFor()
    await fill(page, answers[id] ?? {})
    await page.locator(`form[action="/a/${question.page}"] .govuk-button`).first().click()
  }
  await page.locator('form[action="/a/send"]').waitFor()
}

/** Puts an answer into the fields of the page that is open. */
export async function fill(page: Page, answer: Answer): Promise<void> {
  for (const [name, value] of Object.entries(answer)) {
    const field = page.locator(`[name="${name}"]`).first()
    const kind = await field.getAttribute('type')
    if (kind === 'radio' || kind === 'checkbox')
      for (const one of [value].flat())
        await page.locator(`[name="${name}"][value="${one}"] + label`).click()
    else await field.fill(String(value))
  }
}

/** Presses “Send”, and reads what the reporter keeps. */
export async function sendAndRead(page: Page): Promise<{ receipt: string; reference: string }> {
  await page.locator('form[action="/a/send"] .govuk-button').click()
  return readKept(page)
}

export async function readKept(page: Page): Promise<{ receipt: string; reference: string }> {
  const receipt = (await page.locator('#receipt').innerText()).trim()
  const reference = (await page.locator('#reference').innerText()).trim().replaceAll(' ', '-')
  return { receipt, reference }
}

/** Opens a report as the desk does; the reporter’s receipt must open it too. */
export async function openSent(
  site: OpenSite,
  kept: { readonly receipt: string; readonly reference: string },
): Promise<Report> {
  const row = await site.database
    .selectFrom('reports')
    .innerJoin('report_keys', 'report_keys.report', 'reports.id')
    .selectAll()
    .where('reference', '=', kept.reference)
    .executeTakeFirstOrThrow()
  const read = readReceipt(kept.receipt)
  assert.equal(read.outcome, 'receipt')
  if (read.outcome !== 'receipt') throw new Error('no receipt')
  const envelope = envelopeIn(row.envelope, row.key)
  const own = await identityIn(envelope, site.deskIdentity)
  assert.equal(await identityIn(envelope, mailboxIdentity(read.receipt)), own)
  const opened = await open(row.body, own)
  assert.equal(opened.outcome, 'opened')
  const report = readReport(opened.outcome === 'opened' ? opened.text : '')
  assert.ok(report)
  return report
}

async function identityIn(envelope: string, key: Identity): Promise<Identity> {
  const opened = await open(envelope, key)
  assert.equal(opened.outcome, 'opened')
  return parseIdentity(opened.outcome === 'opened' ? opened.text : '')
}
