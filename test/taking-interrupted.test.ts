import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { migrate } from '../src/database/migrate.ts'
import { reportStore } from '../src/reports/report-store.ts'
import { takeReport } from '../src/reports/take-report.ts'
import { newIdentity, recipientOf } from '../src/sealing/identity.ts'
import { mailboxIdentity, newReceipt } from '../src/sealing/receipt.ts'
import { sampleSealed, takingMeans } from './sample-sealed.ts'
import { assertWholeReport } from './whole-report.ts'
import { withDatabase } from './with-database.ts'

const said = 'They lock the gate at night'
// find, begin, savepoint, report, its key, activity, release, commit: a step before and after each.
const steps = 16

const folder = mkdtempSync(join(tmpdir(), 'signpost-interrupted-'))
const deskIdentity = await newIdentity()
const deskKey = { epoch: 1, recipient: await recipientOf(deskIdentity) }
const receipt = newReceipt()
const report = await sampleSealed(receipt, deskKey.recipient, said)
after(() => rmSync(folder, { recursive: true, force: true }))

for (let step = 0; step < steps; step += 1)
  test(`killed at step ${step} of ${steps}: the whole sealed report or none, and sending again makes one`, async () => {
    const file = await newFile(`step-${step}`)
    const killed = take(file, step)
    assert.equal(killed.signal, 'SIGKILL', killed.stderr)
    assert.equal(killed.stdout, '', 'it was confirmed before it was safe')
    const survived = await reportsIn(file)
    assert.equal(survived, step < steps - 1 ? 0 : 1)

    const { reference } = report
    const again = await withDatabase(file, (database) =>
      takeReport(takingMeans(database), report, deskKey, new Date()),
    )
    assert.deepEqual(again, { outcome: survived === 0 ? 'stored' : 'again', reference })
    assert.equal(await reportsIn(file), 1)
  })

test('there is no further step: at the next one the sealed report has been taken in', async () => {
  const file = await newFile('uninterrupted')
  const taken = take(file, steps)
  assert.equal(taken.status, 0, taken.stderr)
  assert.equal(JSON.parse(taken.stdout).outcome, 'stored')
  assert.equal(await reportsIn(file), 1)
})

async function newFile(name: string): Promise<string> {
  const file = join(folder, `${name}.sqlite`)
  await withDatabase(file, migrate)
  return file
}

function take(file: string, step: number) {
  const values = [
    join(import.meta.dirname, 'take-and-die.ts'),
    file,
    deskKey.recipient,
    String(step),
  ]
  return spawnSync(process.execPath, values, { encoding: 'utf8', input: JSON.stringify(report) })
}

/** How many reports there are, each proved whole. */
function reportsIn(file: string): Promise<number> {
  return withDatabase(file, async (database) => {
    const reports = reportStore(database)
    const queue = await reports.queue('main', { statuses: ['new'], limit: 10 })
    const activities = await database.selectFrom('activities').selectAll().execute()
    assert.deepEqual(
      activities.map(({ report, act }) => ({ report, act })),
      queue.map(({ id }) => ({ report: id, act: 'received' })),
    )
    for (const { id } of queue)
      await assertWholeReport(
        await reports.find('main', id),
        [deskIdentity, mailboxIdentity(receipt)],
        said,
      )
    return queue.length
  })
}
