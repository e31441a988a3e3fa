import assert from 'node:assert/strict'
import { test } from 'node:test'
import { contract } from '../../test/contract.ts'
import { sampleReport } from '../../test/sample-report.ts'
import { boxOldEnvelopes } from './envelope-store.ts'
import { reportStore } from './report-store.ts'

contract('Reports from before envelopes lay in boxes', (database) => {
  test('are read as ever, before and after they are put into boxes', async () => {
    const now = new Date('2026-11-22T11:04:05.678Z')
    const reports = reportStore(database())
    const old = Array.from({ length: 230 }, () => sampleReport())
    for (const report of old) {
      await reports.insert(report, now)
      await database().deleteFrom('report_keys').where('report', '=', report.id).execute()
      await database()
        .updateTable('reports')
        .set({ envelope: report.envelope })
        .where('id', '=', report.id)
        .execute()
    }
    const fresh = sampleReport()
    await reports.insert(fresh, now)
    const read = async () => {
      for (const { id, desk, envelope } of [old[0], old[229], fresh].flatMap((one) => one ?? []))
        assert.equal((await reports.find(desk, id))?.envelope, envelope)
    }
    await read()
    assert.equal(await boxOldEnvelopes(database()), 230)
    await read()
    assert.equal(await boxOldEnvelopes(database()), 0)
    const open = await database().selectFrom('reports').select('envelope').execute()
    assert.ok(open.every(({ envelope }) => !old.some((one) => one.envelope === envelope)))
  })
})
