import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { migrate } from '../src/database/migrate.ts'
import { closeDraft, draftName, openDraft, openSent } from '../src/reports/draft.ts'
import { draftStore } from '../src/reports/draft-store.ts'
import { reportStore } from '../src/reports/report-store.ts'
import { submitReport } from '../src/reports/submit-report.ts'
import { type BoxKey, newBoxKey } from '../src/sealing/box.ts'
import { newIdentity, recipientOf } from '../src/sealing/identity.ts'
import { mailboxIdentity, type Receipt } from '../src/sealing/receipt.ts'
import { sampleMeans, sampleSending } from './sample-sending.ts'
import { assertWholeReport } from './whole-report.ts'
import { withDatabase } from './with-database.ts'

const answers = { what: { what: 'They lock the gate at night' } }
// find, begin, savepoint, empty the draft, report, its key, activity, release, commit: a step
// before and after each.
const steps = 18

const folder = mkdtempSync(join(tmpdir(), 'signpost-interrupted-'))
const deskIdentity = await newIdentity()
const identitiesFor = (receipt: Receipt) => [deskIdentity, mailboxIdentity(receipt)]
const deskRecipient = await recipientOf(deskIdentity)
after(() => rmSync(folder, { recursive: true, force: true }))

for (let step = 0; step < steps; step += 1)
  test(`killed at step ${step} of ${steps}: the whole report or the whole draft, and sending again makes one`, async () => {
    const draftKey = newBoxKey()
    const file = join(folder, `step-${step}.sqlite`)
    await keepDraft(file, draftKey)

    const killed = send(file, draftKey, step)
    assert.equal(killed.signal, 'SIGKILL')
    assert.equal(killed.stdout, '', 'a receipt was shown before the report was safe')
    const survived = await reportsIn(file, draftKey)
    assert.equal(survived, step < steps - 1 ? 0 : 1)

    const again = await withDatabase(file, (database) =>
      submitReport(sampleMeans(database), sampleSending(draftKey, deskRecipient)),
    )
    assert.ok(again.outcome === 'sent')
    assert.equal(await reportsIn(file, draftKey, again.receipt), 1)
  })

test('there is no further step: at the next one the report has been sent', async () => {
  const draftKey = newBoxKey()
  const file = join(folder, 'uninterrupted.sqlite')
  await keepDraft(file, draftKey)
  const sent = send(file, draftKey, steps)
  assert.equal(sent.status, 0, sent.stderr)
  const { receipt } = JSON.parse(sent.stdout) as { receipt: Receipt }
  assert.equal(await reportsIn(file, draftKey, receipt), 1)
})

function send(file: string, draftKey: BoxKey, step: number) {
  const script = join(import.meta.dirname, 'send-and-die.ts')
  const values = [script, file, draftKey, deskRecipient, String(step)]
  return spawnSync(process.execPath, values, { encoding: 'utf8' })
}

function keepDraft(file: string, key: BoxKey): Promise<void> {
  return withDatabase(file, async (database) => {
    await migrate(database)
    const draft = { name: draftName(key), site: 'harbour', box: closeDraft(answers, key) }
    await draftStore(database).create(draft, new Date())
  })
}

/** How many reports there are, each proved whole; without one, the draft is proved whole. */
function reportsIn(file: string, key: BoxKey, shown?: Receipt): Promise<number> {
  return withDatabase(file, async (database) => {
    const reports = reportStore(database)
    const queue = await reports.queue('main', { statuses: ['new'], limit: 10 })
    const activities = await database.selectFrom('activities').selectAll().execute()
    assert.deepEqual(
      activities.map(({ report, act }) => ({ report, act })),
      queue.map(({ id }) => ({ report: id, act: 'received' })),
    )
    const draft = await draftStore(database).find('harbour', draftName(key), new Date())
    for (const { id } of queue) {
      const { receipt } = openSent(draft?.box ?? '', key)
      assert.equal(receipt, shown ?? receipt)
      await assertWholeReport(
        await reports.find('main', id),
        identitiesFor(receipt),
        answers.what.what,
      )
    }
    assert.equal(draft?.sentReference, queue[0]?.reference)
    if (queue.length === 0) assert.deepEqual(openDraft(draft?.box ?? '', key), answers)
    return queue.length
  })
}
