import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { contract } from '../../test/contract.ts'
import { sampleReport } from '../../test/sample-report.ts'
import { isUniqueViolation } from '../database/unique-violation.ts'
import { reportStore } from './report-store.ts'
import type { NewReport, QueuedReport } from './stored-report.ts'

const now = new Date('2026-11-22T11:04:05.678Z')
const everything = { statuses: ['new', 'assigned', 'closed'] as const, limit: 100 }

contract('Reports', (database) => {
  const reports = () => reportStore(database())

  async function receive(own: Partial<NewReport> = {}): Promise<NewReport> {
    const report = sampleReport({ desk: `desk-${randomUUID()}`, ...own })
    await reports().insert(report, now)
    return report
  }

  function by(officer: string, { desk, id }: NewReport, version: number) {
    return { desk, id, version, officer, at: now }
  }

  test('a report comes with its first activity, and of that only the day is known', async () => {
    const report = await receive()
    const { mailbox: _, ...kept } = report
    assert.deepEqual(await reports().find(report.desk, report.id), {
      ...kept,
      status: 'new',
      assignee: undefined,
      hasNews: false,
      closedAt: undefined,
      version: 1,
    })
    const [first, ...others] = await reports().activities(report.desk, report.id)
    assert.deepEqual(
      { ...first, id: '' },
      { id: '', act: 'received', officer: undefined, at: '2026-11-22' },
    )
    assert.deepEqual(others, [])
  })

  test('a report whose reference is taken leaves nothing behind', async () => {
    const { reference, desk } = await receive()
    const second = sampleReport({ reference, desk })
    await assert.rejects(() => reports().insert(second, now), isUniqueViolation)
    assert.equal(await reports().find(desk, second.id), undefined)
    assert.deepEqual(await reports().activities(desk, second.id), [])
  })

  test('officers of another desk find nothing, open nothing and change nothing', async () => {
    const report = await receive()
    const stranger = { ...by('stranger', report, 1), desk: 'elsewhere' }
    assert.equal(await reports().find('elsewhere', report.id), undefined)
    assert.deepEqual(await reports().activities('elsewhere', report.id), [])
    assert.equal(await reports().recordOpening(stranger), false)
    assert.deepEqual(await reports().close(stranger), { outcome: 'not-found' })
    assert.deepEqual(await reports().assign(stranger, 'stranger'), { outcome: 'not-found' })
    assert.deepEqual(await reports().queue('elsewhere', everything), [])
    assert.equal((await reports().activities(report.desk, report.id)).length, 1)
  })

  test('the most urgent come first, then those that have waited longest', async () => {
    const desk = `desk-${randomUUID()}`
    const hours = ['2026-11-22T11:00:00Z', '2026-11-22T09:00:00Z']
    for (const priority of [4, 1, 2] as const)
      for (const receivedHour of hours) await receive({ desk, priority, receivedHour })
    const queue = await reports().queue(desk, everything)
    assert.deepEqual(
      queue.map((report) => [report.priority, report.receivedHour.slice(11, 13)]),
      [1, 2, 4].flatMap((priority) => [
        [priority, '09'],
        [priority, '11'],
      ]),
    )
  })

  test('page after page shows each report once, though many came in the same hour', async () => {
    const desk = `desk-${randomUUID()}`
    for (let index = 0; index < 7; index += 1) await receive({ desk, priority: index < 4 ? 2 : 3 })
    const seen: string[] = []
    let after: QueuedReport | undefined
    for (;;) {
      const part = await reports().queue(desk, { ...everything, limit: 2, after })
      if (part.length === 0) break
      seen.push(...part.map((report) => report.id))
      after = part.at(-1)
    }
    const whole = await reports().queue(desk, everything)
    assert.deepEqual(
      seen,
      whole.map((report) => report.id),
    )
    assert.equal(new Set(seen).size, 7)
  })

  test('an officer takes a report, closes it and opens it again; each act is a row', async () => {
    const report = await receive()
    const { desk, id } = report
    assert.deepEqual(await reports().assign(by('ada', report, 1), 'ada'), changedTo(2))
    assert.equal(await reports().recordOpening(by('ada', report, 2)), true)
    assert.deepEqual(await reports().close(by('ada', report, 2)), changedTo(3))
    assert.equal((await reports().find(desk, id))?.closedAt, now.toISOString())
    assert.deepEqual(await reports().reopen(by('ben', report, 3)), changedTo(4))
    const { status, assignee, closedAt } = (await reports().find(desk, id)) ?? {}
    assert.deepEqual(
      { status, assignee, closedAt },
      { status: 'assigned', assignee: 'ada', closedAt: undefined },
    )
    assert.deepEqual(await reports().unassign(by('ben', report, 4)), changedTo(5))
    const rows = await reports().activities(desk, id)
    assert.equal(rows[0]?.act, 'received')
    assert.deepEqual(rows.map(({ act, officer }) => `${act} ${officer}`).sort(), [
      'assigned ada',
      'closed ada',
      'opened ada',
      'received undefined',
      'reopened ben',
      'unassigned ben',
    ])
  })

  test('activities stand in the order in which they happened', async () => {
    const report = await receive()
    for (const minute of [30, 10, 20])
      await reports().recordOpening({
        ...by('ada', report, 1),
        at: new Date(`2026-11-22T12:${minute}:00.000Z`),
      })
    const rows = await reports().activities(report.desk, report.id)
    assert.deepEqual(
      rows.map(({ at }) => at),
      [
        '2026-11-22',
        '2026-11-22T12:10:00.000Z',
        '2026-11-22T12:20:00.000Z',
        '2026-11-22T12:30:00.000Z',
      ],
    )
  })

  test('the queue shows only the statuses that were asked for', async () => {
    const report = await receive()
    await reports().close(by('ada', report, 1))
    const queue = (statuses: readonly ('new' | 'closed')[]) =>
      reports().queue(report.desk, { statuses, limit: 10 })
    assert.equal((await queue(['new'])).length, 0)
    assert.equal((await queue(['closed'])).length, 1)
    assert.equal((await queue([])).length, 0)
  })

  test('of two officers who take a report at once, one gets it and the other is told', async () => {
    const report = await receive()
    const outcomes = await Promise.all(
      ['ada', 'ben'].map((officer) => reports().assign(by(officer, report, 1), officer)),
    )
    assert.deepEqual(outcomes.map(({ outcome }) => outcome).sort(), [
      'changed',
      'changed-meanwhile',
    ])
    assert.equal((await reports().activities(report.desk, report.id)).length, 2)
  })

  test('a closed report cannot be taken or closed again', async () => {
    const report = await receive()
    await reports().close(by('ada', report, 1))
    assert.deepEqual(await reports().close(by('ada', report, 2)), { outcome: 'not-allowed' })
    assert.deepEqual(await reports().assign(by('ada', report, 2), 'ada'), {
      outcome: 'not-allowed',
    })
  })
})

function changedTo(version: number) {
  return { outcome: 'changed', version } as const
}
