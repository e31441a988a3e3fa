import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { contract } from '../../test/contract.ts'
import { sampleReport } from '../../test/sample-report.ts'
import { reportStore } from '../reports/report-store.ts'
import type { NewReport, ReportId } from '../reports/stored-report.ts'
import type { Sealed } from '../sealing/seal.ts'
import { mailboxStore } from './mailbox-store.ts'
import { messageStore, mostMessages } from './message-store.ts'

const now = new Date('2026-11-22T11:04:05.678Z')
const sealed = 'sealed message' as Sealed

contract('Messages', (database) => {
  const messages = () => messageStore(database())
  const reports = () => reportStore(database())

  async function receive(): Promise<NewReport> {
    const report = sampleReport({ desk: `desk-${randomUUID()}` })
    await reports().insert(report, now)
    return report
  }

  const fromOfficer = ({ desk, id: report }: NewReport, officer = 'ada') =>
    messages().addFromOfficer({ desk, report, officer, at: now, sealed })

  test('messages stand in the order in which they came, whoever wrote', async () => {
    const report = await receive()
    assert.equal(await messages().lastPlace(report.id), 0)
    assert.deepEqual(await fromOfficer(report), added(1))
    assert.deepEqual(await messages().addFromReporter(report.id, sealed, now), added(2))
    assert.deepEqual(await fromOfficer(report, 'ben'), added(3))
    assert.deepEqual(await messages().list(report.id), [
      { place: 1, from: 'officer', officer: 'ada', at: now.toISOString(), sealed },
      { place: 2, from: 'reporter', officer: undefined, at: '2026-11-22', sealed },
      { place: 3, from: 'officer', officer: 'ben', at: now.toISOString(), sealed },
    ])
    assert.equal(await messages().lastPlace(report.id), 3)
  })

  test('what several people write at once is all kept', async () => {
    const report = await receive()
    const places = await Promise.all([
      fromOfficer(report, 'ada'),
      fromOfficer(report, 'ben'),
      messages().addFromReporter(report.id, sealed, now),
      fromOfficer(report, 'cai'),
    ])
    assert.deepEqual(places.map((one) => 'place' in one && one.place).sort(), [1, 2, 3, 4])
    assert.equal((await messages().list(report.id)).length, 4)
  })

  test('sending the same again after the line was cut adds nothing', async () => {
    const report = await receive()
    const id = randomUUID()
    const send = () => messages().addFromReporter(report.id, sealed, now, id)
    assert.deepEqual(await Promise.all([send(), send(), send()]), [added(1), added(1), added(1)])
    const { desk } = report
    await reports().recordOpening({ desk, id: report.id, officer: 'ada', at: now })
    assert.deepEqual(await send(), added(1))
    assert.equal((await messages().list(report.id)).length, 1)
    assert.equal((await reports().find(desk, report.id))?.hasNews, false)
  })

  test('when the reporter writes, officers are told that there is news, and of the day only', async () => {
    const report = await receive()
    await fromOfficer(report)
    assert.equal((await reports().find(report.desk, report.id))?.hasNews, false)
    await messages().addFromReporter(report.id, sealed, now)
    assert.equal((await reports().find(report.desk, report.id))?.hasNews, true)
    const acts = await reports().activities(report.desk, report.id)
    assert.deepEqual(acts.map(({ act, officer, at }) => `${act} ${officer} ${at}`).sort(), [
      'received undefined 2026-11-22',
      'wrote ada 2026-11-22T11:04:05.678Z',
      'wrote undefined 2026-11-22',
    ])
  })

  test('an officer who opens the report has seen the news', async () => {
    const report = await receive()
    await messages().addFromReporter(report.id, sealed, now)
    const { desk, id } = report
    await reports().recordOpening({ desk, id, officer: 'ada', at: now })
    assert.equal((await reports().find(desk, id))?.hasNews, false)
  })

  test('a closed report to which its reporter adds comes back to the queue', async () => {
    const report = await receive()
    const { desk, id } = report
    const by = { desk, id, officer: 'ada', at: now }
    await reports().assign({ ...by, version: 1 }, 'ada')
    await reports().close({ ...by, version: 2 })
    await messages().addFromReporter(id, sealed, now)
    const { status, assignee, closedAt, version } = (await reports().find(desk, id)) ?? {}
    assert.deepEqual(
      { status, assignee, closedAt, version },
      { status: 'assigned', assignee: 'ada', closedAt: undefined, version: 4 },
    )
    const acts = await reports().activities(desk, id)
    const back = acts.find(({ act }) => act === 'reopened')
    assert.deepEqual(
      { ...back, id: '' },
      { id: '', act: 'reopened', officer: undefined, at: '2026-11-22' },
    )
  })

  test('nobody writes to a report that is not there, or is of another desk', async () => {
    const report = await receive()
    assert.deepEqual(await fromOfficer({ ...report, desk: 'another' }), { outcome: 'not-found' })
    const nowhere = randomUUID() as ReportId
    assert.deepEqual(await messages().addFromReporter(nowhere, sealed, now), {
      outcome: 'not-found',
    })
    assert.deepEqual(await messages().list(report.id), [])
    assert.deepEqual(await messages().list(nowhere), [])
  })

  test('a report holds a hundred messages of its reporter, and an officer can still answer', async () => {
    const report = await receive()
    for (let place = 1; place <= mostMessages; place += 1)
      await messages().addFromReporter(report.id, sealed, now)
    assert.deepEqual(await messages().addFromReporter(report.id, sealed, now), { outcome: 'full' })
    assert.deepEqual(await fromOfficer(report), added(mostMessages + 1))
  })

  test('a mailbox is found at the site of its report, by what only a receipt gives', async () => {
    const report = await receive()
    const mailboxes = mailboxStore(database())
    const { id, reference, site, desk, topic, receivedHour, envelope, body } = report
    assert.deepEqual(await mailboxes.find(site, report.mailbox), {
      report: id,
      ...{ reference, site, desk, topic, receivedHour, envelope, body },
    })
    assert.equal(await mailboxes.find('another', report.mailbox), undefined)
    assert.equal(await mailboxes.find(site, randomUUID()), undefined)
  })
})

function added(place: number) {
  return { outcome: 'added', place } as const
}
