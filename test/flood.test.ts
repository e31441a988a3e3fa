/** Ten thousand who want to drown one: bench/flood.ts sends them all, through the network. Here, as many as a test has time for. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { openIntake } from '../src/intake/admit-report.ts'
import { mostWithoutWork } from '../src/intake/lanes.ts'
import { digestOfReport, findWork } from '../src/intake/work.ts'
import { closeDraft, draftName } from '../src/reports/draft.ts'
import { draftStore } from '../src/reports/draft-store.ts'
import { reportStore } from '../src/reports/report-store.ts'
import type { QueuedReport } from '../src/reports/stored-report.ts'
import { newBoxKey } from '../src/sealing/box.ts'
import { Browser, type OpenSite, openWholeSite } from './open-site.ts'
import { sampleReport } from './sample-report.ts'
import { send, walk, wholeReport } from './telling.ts'

const site = 'signpost'
const nearlyTheSame = (number: number) =>
  `Cheap watches and the best offers of the year, only this week, visit us now, ${number} happy buyers.`
const urgent = { ...wholeReport, '8': { 'danger-now': 'yes' } }

describe('In a flood', () => {
  let open: OpenSite
  before(async () => {
    open = await openWholeSite()
    await open.openDesk()
  })
  after(() => open.close())

  /** Sends as a program does: it has a draft, and presses Send. Through the whole door. */
  async function flood(count: number, text: (number: number) => string): Promise<void> {
    let next = 0
    const worker = async (): Promise<void> => {
      while (next < count) {
        next += 1
        const key = newBoxKey()
        const box = closeDraft({ role: { role: 'other' }, what: { what: text(next) } }, key)
        await draftStore(open.database).create({ name: draftName(key), site, box }, open.clock.now)
        const browser = new Browser(open.app)
        browser.cookies.set('draft', key)
        assert.equal((await browser.post('/a/send')).statusCode, 303)
      }
    }
    await Promise.all(Array.from({ length: 32 }, worker))
  }

  const queue = (lane: 'usual' | 'held'): Promise<readonly QueuedReport[]> =>
    reportStore(open.database).queue('main', { lane, statuses: ['new'], limit: 20_000 })

  test('a person without script is stored within two seconds and stands at the top of the queue', async () => {
    const count = 200
    let isOver = false
    const flooding = flood(count, nearlyTheSame).then(() => {
      isOver = true
    })
    const browser = new Browser(open.app)
    await walk(browser, urgent)
    const began = performance.now()
    const { reference } = await send(browser)
    const took = performance.now() - began
    assert.equal(isOver, false)
    assert.ok(took < 2_000, `it took ${Math.round(took)} ms`)
    await flooding
    const [first, ...others] = await queue('usual')
    assert.equal(first?.reference, reference)
    assert.ok(others.length <= 3, `${others.length} of the flood are in the queue`)
    const held = await queue('held')
    assert.equal(held.length + others.length, count)
    const firsts = new Set(held.map(({ sameAs }) => sameAs))
    assert.equal(firsts.size, 1)
    assert.ok(others.some(({ id }) => firsts.has(id)))
  })
  test('a browser that works is stored at once, and stands at the top, among thousands that do not', async () => {
    const desk = 'second'
    const intake = openIntake(Buffer.alloc(32, 7), () => open.clock.now)
    const reports = reportStore(open.database)
    const take = async (mailbox: string, work?: { challenge: string; nonce: string }) => {
      const admission = intake.admitSealed({ site, mailbox, body: 'sealed', work })
      // Whoever floods says that it is urgent too.
      const report = sampleReport({ desk, mailbox, priority: 1, ...admission })
      await reports.insert(report, open.clock.now)
      return report
    }
    for (let number = 0; number < 1_000; number += 1) await take(`flood ${number}`)
    const began = performance.now()
    const { challenge, bits } = intake.terms(site)
    const nonce = await findWork(
      challenge,
      bits,
      digestOfReport({ mailbox: 'genuine', body: 'sealed' }),
    )
    const { id } = await take('genuine', { challenge, nonce })
    const took = performance.now() - began
    assert.ok(bits > 0)
    assert.ok(took < 2_000, `it took ${Math.round(took)} ms`)
    const shown = await reports.queue(desk, { lane: 'usual', statuses: ['new'], limit: 50 })
    assert.ok(shown.some((report) => report.id === id))
    assert.equal(shown.length, mostWithoutWork + 1)
    assert.deepEqual(await reports.countHeld(desk), { all: 970, unlike: 970 })
  })
})
