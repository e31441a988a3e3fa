/** Telling us as a reporter does, page after page. What each role says: `journeyCases` in journey-cases.ts. */
import assert from 'node:assert/strict'
import type { LightMyRequestResponse } from 'fastify'
import { humanTrafficking as journey } from '../src/reports/human-trafficking.ts'
import type { Answers } from '../src/reports/question.ts'
import type { Browser } from './open-site.ts'

/** Answers by the page of their question, as forms bring them. */
export type Pages = Readonly<Record<string, Fields>>
type Fields = Readonly<Record<string, string | readonly string[]>>

/** Whoever is worried about someone, with a name; only what matters is filled in. */
export const wholeReport: Pages = pagesOf({
  role: { role: 'other' },
  consent: { consent: 'share' },
  what: { what: 'Lights behind the green shutters\r\nall night' },
  signs: { signs: ['afraid'] },
  'danger-now': { 'danger-now': 'no', children: 'unknown' },
  where: {},
  when: { happening: 'now' },
  who: {},
  vehicles: {},
  contact: { name: 'Sam', phone: '07700 900123' },
  files: { files: 'no' },
})

/** The same answers by page, with every page that is only there to be read. */
export function pagesOf(answers: Answers): Pages {
  const read = journey.questions.filter(({ fields }) => fields.length === 0)
  return Object.fromEntries([
    ...read.map(({ page }) => [page, {}]),
    ...Object.entries(answers).map(([id, answer]) => [pageOf(id), answer]),
  ])
}

function pageOf(id: string): number {
  const question = journey.questions.find((one) => one.id === id)
  assert.ok(question, `no question is called ${id}`)
  return question.page
}

/** Answers page after page, going where each answer leads; returns where the last led. */
export async function walk(browser: Browser, pages: Pages): Promise<string> {
  let next = '/a/1'
  for (;;) {
    const fields = pages[next.slice('/a/'.length)]
    if (fields === undefined) return next
    const answer = await browser.post(next, fields)
    assert.equal(answer.statusCode, 303, `${next}: ${answer.statusCode}`)
    next = String(answer.headers.location)
  }
}

export function textOf(page: LightMyRequestResponse, id: string): string {
  return new RegExp(`id="${id}">([^<]+)<`).exec(page.body)?.[1] ?? ''
}

export function assertNumbers(page: LightMyRequestResponse): void {
  assert.match(page.body, /<aside class="numbers"[\s\S]*href="tel:999"/)
}

/** Sends what was told, and reads the receipt. */
export async function send(browser: Browser): Promise<{ receipt: string; reference: string }> {
  const sent = await browser.post('/a/send')
  assert.equal(sent.statusCode, 303)
  assert.equal(sent.headers.location, '/a/receipt')
  const page = await browser.get('/a/receipt')
  assert.equal(page.statusCode, 200)
  return {
    receipt: textOf(page, 'receipt'),
    reference: textOf(page, 'reference').replaceAll(' ', '-'),
  }
}
