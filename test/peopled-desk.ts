/** A desk with people in it: an administrator, a colleague, one of another desk, and a report. */

import type { Role } from '../src/officers/officer.ts'
import { newSession } from '../src/officers/session.ts'
import type { NewReport } from '../src/reports/stored-report.ts'
import { newBoxKey } from '../src/sealing/box.ts'
import { openTestDesk, type TestDesk } from './open-desk.ts'
import { sampleOfficer } from './sample-officer.ts'
import { sampleReport } from './sample-report.ts'

export type SignedInOfficer = Awaited<ReturnType<typeof signedIn>>

export interface Wish {
  readonly as?: SignedInOfficer | undefined
  readonly host?: string
  readonly form?: string
  readonly json?: unknown
  readonly headers?: Record<string, string>
}

export type PeopledDesk = Awaited<ReturnType<typeof openPeopledDesk>>

/** All three are signed in. Ana is the administrator of the main desk, Eve that of the other. */
export async function openPeopledDesk() {
  const clock = { now: new Date('2026-11-22T12:00:00.000Z') }
  const desk = await openTestDesk({ now: () => clock.now })
  const ana = await signedIn(desk, clock.now, { name: 'Ana', role: 'administrator', at: 'main' })
  const ben = await signedIn(desk, clock.now, { name: 'Ben', role: 'officer', at: 'main' })
  const eve = await signedIn(desk, clock.now, { name: 'Eve', role: 'administrator', at: 'other' })
  const report: NewReport = sampleReport({ reference: 'maple-river-472' })
  await desk.stores.reports.insert(report, clock.now)
  const ask = (method: 'GET' | 'POST', url: string, wish: Wish = {}) =>
    desk.app.inject({ method, url, ...asked(wish) })
  return { ...desk, clock, ana, ben, eve, report, ask }
}

async function signedIn(desk: TestDesk, now: Date, who: { name: string; role: Role; at: string }) {
  const sample = await sampleOfficer(who.name, who.role, who.at)
  await desk.stores.officers.add(sample.officer, sample.lock)
  const { secret, session } = newSession(sample.officer.id, newBoxKey(), now)
  await desk.stores.sessions.add(session)
  const host = who.at === 'other' ? 'other.example' : 'desk.example'
  return { ...sample, cookie: `desk-session=${secret}`, host }
}

function asked({ as, host, form, json, headers }: Wish) {
  return {
    headers: {
      host: host ?? as?.host ?? 'desk.example',
      'sec-fetch-site': 'same-origin',
      ...(as && { cookie: as.cookie }),
      ...(json !== undefined && {
        accept: 'application/json',
        'content-type': 'application/json',
      }),
      ...(form !== undefined && { 'content-type': 'application/x-www-form-urlencoded' }),
      ...headers,
    },
    ...(json !== undefined && { payload: JSON.stringify(json) }),
    ...(form !== undefined && { payload: form }),
  }
}
