/** Telling us as a reporter does, page after page, for tests of what comes of it. */
import assert from 'node:assert/strict'
import type { LightMyRequestResponse } from 'fastify'
import type { Browser } from './open-site.ts'

type Pages = Readonly<Record<string, Readonly<Record<string, string>>>>

export const wholeReport: Pages = {
  '1': { role: 'other' },
  '2': { consent: 'share' },
  '3': { what: 'Lights behind the green shutters\r\nall night' },
  '4': {},
  '5': { happening: 'now' },
  '6': {},
  '7': { children: 'unknown' },
  '8': { 'danger-now': 'no' },
  '9': {},
  '10': { name: 'Sam', phone: '07700 900123' },
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
