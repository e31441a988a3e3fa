import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser as Chromium, Page } from 'playwright-core'
import { openChromium } from '../../../test/chromium.ts'
import { barriersOn, faultsIn } from '../../../test/page-checks.ts'
import { openPeopledDesk, type PeopledDesk } from '../../../test/peopled-desk.ts'
import { sampleReport } from '../../../test/sample-report.ts'
import type { NewReport } from '../../reports/stored-report.ts'

describe('What is held, at the desk', () => {
  let desk: PeopledDesk
  let ana: PeopledDesk['ana']
  let ask: PeopledDesk['ask']
  let first: NewReport
  let chromium: Chromium
  let tab: Page

  before(async () => {
    desk = await openPeopledDesk()
    ;({ ana, ask, report: first } = desk)
    chromium = await openChromium()
    tab = await (await chromium.newContext({ viewport: { width: 1024, height: 800 } })).newPage()
  })
  after(async () => {
    await chromium.close()
    await desk.close()
  })

  const page = async (url: string) => {
    const answer = await ask('GET', url, { as: ana })
    assert.equal(answer.statusCode, 200, url)
    assert.deepEqual(await faultsIn(answer.body), [], url)
    await tab.setContent(answer.body)
    assert.deepEqual(await barriersOn(tab), [], url)
    return answer.body
  }
  const hold = async (own: Partial<NewReport> = {}) => {
    const report = sampleReport({ lane: 'held', ...own })
    await desk.stores.reports.insert(report, desk.clock.now)
    return report
  }

  test('when nothing is held, the queue does not speak of it', async () => {
    assert.ok(!(await page('/')).includes('are held apart'))
    assert.ok((await page('/held')).includes('Nothing is held.'))
    assert.ok((await page('/held?show=closed')).includes('Nothing is held.'))
  })

  test('the queue says how many are held, and stands clear of them', async () => {
    for (let count = 0; count < 60; count += 1) await hold({ sameAs: first.id })
    const other = await hold()
    const queue = await page('/')
    assert.ok(queue.includes('61 are held apart'))
    assert.ok(queue.includes('Held (61)'))
    assert.ok(queue.includes('and 60 nearly the same'))
    assert.ok(queue.includes(first.reference))
    assert.ok(!queue.includes(other.reference))
  })

  test('an officer looks through them, kind by kind and page by page', async () => {
    const all = await page('/held')
    assert.ok(all.includes(`href="/held?same-as=${first.id}"`))
    assert.ok(all.includes('Move all 1 to the queue'))
    const alike = await page(`/held?same-as=${first.id}`)
    assert.ok(alike.includes('Nearly the same as maple-river-472'))
    const next = /rel="next" href="([^"]+)"/.exec(alike)?.[1]?.replaceAll('&amp;', '&') ?? ''
    assert.match(next, /same-as=.*after=/)
    assert.equal([...(await page(next)).matchAll(/class="govuk-link desk-reference"/g)].length, 10)
  })

  test('the page of a held report says so, and leads to the one that came first', async () => {
    const report = await hold({ sameAs: first.id })
    const shown = await page(`/reports/${report.id}`)
    assert.ok(shown.includes('This report is held'))
    assert.ok(shown.includes(`href="/reports/${first.id}"`))
    const moved = await ask('POST', `/reports/${report.id}/admission`, {
      as: ana,
      form: 'version=1',
    })
    assert.equal(moved.statusCode, 303)
    const after = await page(`/reports/${report.id}`)
    assert.ok(!after.includes('This report is held'))
    assert.ok(after.includes('Moved to the queue by Ana'))
  })

  test('all of a kind are closed together, and can still be found', async () => {
    const closed = await ask('POST', '/held/closures', { as: ana, form: `same-as=${first.id}` })
    assert.equal(closed.statusCode, 303)
    assert.deepEqual(await desk.stores.reports.countHeld('main'), { all: 1, unlike: 1 })
    assert.ok((await page('/held?show=closed')).includes('More of these'))
    assert.ok((await page(`/held?same-as=${first.id}`)).includes('Nothing is held.'))
  })

  test('all that are like no other are moved together; what came this hour is not closed unseen', async () => {
    const hidden = /name="before" value="([^"]+)"/.exec(await page('/held'))?.[1] ?? ''
    assert.equal(hidden, '2026-11-22T12:00:00Z')
    const late = await hold({ receivedHour: hidden })
    await ask('POST', '/held/closures', { as: ana, form: `before=${encodeURIComponent(hidden)}` })
    assert.deepEqual(await desk.stores.reports.countHeld('main'), { all: 1, unlike: 1 })
    await ask('POST', '/held/admissions', { as: ana, form: '' })
    assert.deepEqual(await desk.stores.reports.countHeld('main'), { all: 0, unlike: 0 })
    assert.equal((await desk.stores.reports.find('main', late.id))?.lane, 'usual')
  })

  test('a kind whose first report is gone can still be looked through', async () => {
    const gone = sampleReport()
    await hold({ sameAs: gone.id })
    assert.ok((await page('/held')).includes('No longer here'))
    assert.ok((await page(`/held?same-as=${gone.id}`)).includes('No longer here'))
  })

  test('addresses and forms that no page of ours has are refused', async () => {
    for (const query of ['show=all', 'same-as=x', 'after=1', `same-as=${first.id}&after=x`])
      assert.equal((await ask('GET', `/held?${query}`, { as: ana })).statusCode, 404, query)
    for (const form of ['same-as=x', 'before=now', 'what=all'])
      for (const noun of ['admissions', 'closures'])
        assert.equal((await ask('POST', `/held/${noun}`, { as: ana, form })).statusCode, 400, form)
  })
})
