import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { contract } from '../../test/contract.ts'
import { sampleReport } from '../../test/sample-report.ts'
import { reportStore } from '../reports/report-store.ts'
import type { NewReport } from '../reports/stored-report.ts'
import { withdrawReport } from './withdraw-report.ts'
import { withdrawalStore } from './withdrawal-store.ts'

const now = new Date('2026-11-22T11:04:05.678Z')
const about = ['report_keys', 'activities', 'messages', 'notices', 'report_files'] as const

contract('A reporter who takes a report back', (database) => {
  const store = () => withdrawalStore(database())

  async function receive(own: Partial<NewReport> = {}): Promise<NewReport> {
    const report = sampleReport({ desk: `desk-${randomUUID()}`, ...own })
    await reportStore(database()).insert(report, now)
    return report
  }

  async function add({ id }: NewReport, file: string): Promise<void> {
    const message = { id: randomUUID(), report: id, place: 1, officer: null, at: '2026-11-22' }
    await database()
      .insertInto('messages')
      .values({ ...message, sealed: 'sealed message' })
      .execute()
    await database()
      .insertInto('notices')
      .values({ report: id, box: 'boxed address', due_at: null, tries: 0 })
      .execute()
    const note = { note: 'sealed note', size: 4, stored: 4, complete: 1, expires_at: null }
    await database()
      .insertInto('report_files')
      .values({ id: file, report: id, place: 1, copy_of: null, ...note })
      .execute()
    await database()
      .insertInto('file_chunks')
      .values({ file, place: 1, bytes: Buffer.from('bits') })
      .execute()
  }

  function withdraw({ site, mailbox }: Pick<NewReport, 'site' | 'mailbox'>) {
    const destroyed: string[] = []
    const troubles: unknown[] = []
    const means = {
      withdrawals: store(),
      destroyFiles: async (files: readonly string[]) => void destroyed.push(...files),
      onTrouble: (error: unknown) => troubles.push(error),
    }
    return withdrawReport(means, { site, mailbox }, now).then((withdrawn) => ({
      withdrawn,
      destroyed,
      troubles,
    }))
  }

  test('leaves its reference and the day for officers, and nothing else anywhere', async () => {
    const report = await receive()
    await add(report, 'file-one')
    const { withdrawn, destroyed, troubles } = await withdraw(report)
    assert.deepEqual(withdrawn, { outcome: 'withdrawn', reference: report.reference })
    assert.deepEqual(destroyed, ['file-one'])
    assert.deepEqual(troubles, [])
    assert.equal(await reportStore(database()).find(report.desk, report.id), undefined)
    for (const table of about) {
      const rows = await database()
        .selectFrom(table)
        .selectAll()
        .where('report', '=', report.id)
        .execute()
      assert.deepEqual(rows, [], table)
    }
    const chunks = await database()
      .selectFrom('file_chunks')
      .selectAll()
      .where('file', '=', 'file-one')
      .execute()
    assert.deepEqual(chunks, [])
    const { reference, site } = report
    assert.deepEqual(await store().list(report.desk, 10), [{ reference, site, day: '2026-11-22' }])
  })

  test('finds nothing a second time, nor with the mailbox of another site', async () => {
    const report = await receive()
    const elsewhere = await withdraw({ ...report, site: 'elsewhere' })
    assert.deepEqual(elsewhere.withdrawn, { outcome: 'not-found' })
    assert.equal((await withdraw(report)).withdrawn.outcome, 'withdrawn')
    assert.deepEqual((await withdraw(report)).withdrawn, { outcome: 'not-found' })
  })

  test('takes nothing from others who wrote nearly the same: the oldest of them comes forward', async () => {
    const first = await receive({ mailbox: randomUUID() })
    const { desk, id: sameAs } = first
    const later = await receive({ desk, sameAs, receivedHour: '2026-11-22T13:00:00Z' })
    const next = await receive({ desk, sameAs, receivedHour: '2026-11-22T12:00:00Z' })
    await withdraw(first)
    const reports = reportStore(database())
    assert.equal((await reports.find(desk, next.id))?.sameAs, undefined)
    assert.equal((await reports.find(desk, later.id))?.sameAs, next.id)
  })

  test('has taken it back even where its files or leftovers cannot be removed at once', async () => {
    const report = await receive()
    const troubles: unknown[] = []
    const broken = () => Promise.reject(new Error('the disk is busy'))
    const withdrawn = await withdrawReport(
      {
        withdrawals: { ...(await store()), scrub: broken },
        destroyFiles: broken,
        onTrouble: (error) => troubles.push(error),
      },
      report,
      now,
    )
    assert.equal(withdrawn.outcome, 'withdrawn')
    assert.equal(troubles.length, 2)
    assert.notEqual(await store().scrub(), 'nothing')
    assert.equal(await store().scrub(), 'nothing')
  })
})
