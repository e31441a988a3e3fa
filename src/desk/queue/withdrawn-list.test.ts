import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { faultsIn } from '../../../test/page-checks.ts'
import { openPeopledDesk, type PeopledDesk } from '../../../test/peopled-desk.ts'
import { withdrawReport } from '../../mailbox/withdraw-report.ts'
import { withdrawalStore } from '../../mailbox/withdrawal-store.ts'

describe('An officer whose report was taken back', () => {
  let desk: PeopledDesk
  before(async () => {
    desk = await openPeopledDesk()
  })
  after(() => desk.close())

  test('reads beside the closed ones that its reporter withdrew it, and cannot open it', async () => {
    const { ana, report, ask } = desk
    const closed = async () => (await ask('GET', '/?show=closed', { as: ana })).body
    assert.ok(!(await closed()).includes('Withdrawn by the reporter'))
    const means = {
      withdrawals: withdrawalStore(desk.database),
      destroyFiles: async () => undefined,
      onTrouble: (error: unknown) => assert.fail(String(error)),
    }
    await withdrawReport(means, report, new Date('2026-11-22T11:04:05.678Z'))
    const page = await closed()
    assert.ok(page.includes('Withdrawn by the reporter') && page.includes(report.reference))
    assert.ok(page.includes('22 Nov 2026'))
    assert.deepEqual(await faultsIn(page), [])
    assert.equal((await ask('GET', `/reports/${report.id}`, { as: ana })).statusCode, 404)
    const opening = { as: ana, json: {} }
    assert.equal((await ask('POST', `/reports/${report.id}/openings`, opening)).statusCode, 404)
  })
})
