import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { type Database, openDatabase } from '../src/database/database.ts'
import { migrate } from '../src/database/migrate.ts'
import { closeDraft, draftName, openDraft, openSent } from '../src/reports/draft.ts'
import { draftStore } from '../src/reports/draft-store.ts'
import { readReport } from '../src/reports/read-report.ts'
import { reportStore } from '../src/reports/report-store.ts'
import type { SealedReport } from '../src/reports/stored-report.ts'
import { submitReport } from '../src/reports/submit-report.ts'
import { type BoxKey, newBoxKey } from '../src/sealing/box.ts'
import { newIdentity, parseIdentity, recipientOf } from '../src/sealing/identity.ts'
import { mailboxIdentity, type Receipt } from '../src/sealing/receipt.ts'
import { open } from '../src/sealing/seal.ts'
import { sampleMeans, sampleSending } from './sample-sending.ts'

const answers = { what: { what: 'They lock the gate at night' } }
// find, begin, savepoint, empty the draft, report, its key, activity, release, commit: a step
// before and after each.
const steps = 18

const folder = mkdtempSync(join(tmpdir(), 'signpost-interrupted-'))
const deskIdentity = await newIdentity()
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

async function withDatabase<Result>(
  file: string,
  use: (database: Database) => Promise<Result>,
): Promise<Result> {
  const database = openDatabase(`sqlite:${file}`)
  try {
    return await use(database)
  } finally {
    await database.destroy()
  }
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
      await assertWhole(await reports.find('main', id), receipt)
    }
    assert.equal(draft?.sentReference, queue[0]?.reference)
    if (queue.length === 0) assert.deepEqual(openDraft(draft?.box ?? '', key), answers)
    return queue.length
  })
}

async function assertWhole(report: SealedReport | undefined, receipt: Receipt): Promise<void> {
  assert.ok(report)
  for (const identity of [deskIdentity, mailboxIdentity(receipt)]) {
    const envelope = await open(report.envelope, identity)
    assert.ok(envelope.outcome === 'opened')
    const body = await open(report.body, parseIdentity(envelope.text))
    assert.ok(body.outcome === 'opened')
    assert.ok(body.text.includes(answers.what.what))
    assert.equal(readReport(body.text)?.reference, report.reference)
  }
}
