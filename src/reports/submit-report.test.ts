import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { before, test } from 'node:test'
import { contract } from '../../test/contract.ts'
import { calmDay } from '../../test/sample-admission.ts'
import { type Database, openDatabase } from '../database/database.ts'
import { migrate } from '../database/migrate.ts'
import { newBoxKey } from '../sealing/box.ts'
import { type Identity, newIdentity, parseIdentity, recipientOf } from '../sealing/identity.ts'
import { mailboxIdentity, receiptFromSeed } from '../sealing/receipt.ts'
import { open } from '../sealing/seal.ts'
import { loadWords } from '../ui/load-words.ts'
import type { DeskKey } from './desk-key.ts'
import { deskKeyStore } from './desk-key-store.ts'
import { closeDraft, draftName } from './draft.ts'
import { draftStore } from './draft-store.ts'
import { humanTrafficking as journey } from './human-trafficking.ts'
import { mailboxHash } from './mailbox.ts'
import type { Answers } from './question.ts'
import { readReport } from './read-report.ts'
import { reportStore } from './report-store.ts'
import { sealReport } from './seal-report.ts'
import { sendingStore } from './sending-store.ts'
import { type Sending, type Submitted, submitReport } from './submit-report.ts'

const now = new Date('2026-11-22T11:04:05.678Z')
const secretKey = Buffer.alloc(32, 7)
const words = loadWords('content', 'en')
const answers: Answers = {
  role: { role: 'other' },
  consent: { consent: 'anonymous' },
  what: { what: 'Lights behind the green shutters all night' },
  'danger-now': { children: 'yes' },
  contact: { name: 'Xanthippe Quillfeather' },
}

let deskIdentity: Identity
let deskKey: DeskKey
before(async () => {
  deskIdentity = await newIdentity()
  deskKey = { epoch: 3, recipient: await recipientOf(deskIdentity) }
})

contract('Sending a report', (database) => {
  test('one desk key is in force: the newest of that desk', async () => {
    const row = { created_at: '2026', created_by: 'ada', recipient: deskKey.recipient }
    for (const epoch of [2, 3, 1])
      await database()
        .insertInto('desk_keys')
        .values({ ...row, desk: 'main', epoch })
        .execute()
    assert.deepEqual(await deskKeyStore(database()).find('main'), deskKey)
    assert.equal(await deskKeyStore(database()).find('other'), undefined)
  })

  test('what a reporter wrote is what an officer with the desk key reads', async () => {
    const sending = await startSending(database(), answers)
    const sent = await submit(database(), sending)
    const stored = await only(database(), sending)
    assert.equal(stored.reference, sent.reference)
    assert.deepEqual(
      [stored.priority, stored.language, stored.epoch, stored.receivedHour],
      [2, 'en', 3, '2026-11-22T11:00:00Z'],
    )
    for (const identity of [deskIdentity, mailboxIdentity(sent.receipt)]) {
      const envelope = await open(stored.envelope, identity)
      assert.ok(envelope.outcome === 'opened')
      const body = await open(stored.body, parseIdentity(envelope.text))
      assert.ok(body.outcome === 'opened')
      const report = readReport(body.text)
      assert.equal(report?.reference, sent.reference)
      assert.equal(report?.sealed, 'on arrival')
      assert.equal(
        report?.answers.find(({ id }) => id === 'what')?.fields[0]?.text,
        'Lights behind the green shutters all night',
      )
      assert.equal(body.text.includes('Quillfeather'), false)
    }
    const activities = await reportStore(database()).activities(sending.desk, stored.id)
    assert.deepEqual(
      activities.map(({ act, at }) => [act, at]),
      [['received', '2026-11-22']],
    )
  })

  test('the mailbox is kept as a keyed hash only', async () => {
    const sending = await startSending(database(), answers)
    const { receipt } = await submit(database(), sending)
    const row = await database()
      .selectFrom('reports')
      .selectAll()
      .where('desk', '=', sending.desk)
      .executeTakeFirstOrThrow()
    assert.equal(row.mailbox, mailboxHash(receipt, secretKey))
    assert.notEqual(row.mailbox, mailboxHash(receipt, Buffer.alloc(32, 8)))
  })

  test('sending again, by reload or by a second click, shows the same and makes one report', async () => {
    const sending = await startSending(database(), answers)
    const clicks = await Promise.all([1, 2, 3].map(() => submit(database(), sending)))
    const again = await submit(database(), sending)
    for (const click of clicks) assert.deepEqual(click, again)
    await only(database(), sending)
  })

  test('an answer that arrives while it is being sent is in the report, or is told that it is too late', async () => {
    const sending = await startSending(database(), answers)
    const drafts = draftStore(database())
    const draft = await drafts.find(sending.site, draftName(sending.draftKey), now)
    assert.ok(draft)
    const late = closeDraft({ ...answers, where: { where: 'by the harbour' } }, sending.draftKey)
    const [, replaced] = await Promise.all([
      submit(database(), sending),
      drafts.replace({ ...draft, box: late }, now),
    ])
    const stored = await only(database(), sending)
    const envelope = await open(stored.envelope, deskIdentity)
    assert.ok(envelope.outcome === 'opened')
    const body = await open(stored.body, parseIdentity(envelope.text))
    assert.ok(body.outcome === 'opened')
    assert.equal(body.text.includes('by the harbour'), replaced)
  })

  test('without a draft there is nothing to send', async () => {
    const sending = await startSending(database(), answers)
    const gone = { ...sending, draftKey: newBoxKey() }
    assert.deepEqual(await submitAny(database(), gone), { outcome: 'no-draft' })
    const expired = { ...sending, now: new Date('2026-11-22T14:00:00Z') }
    assert.deepEqual(await submitAny(database(), expired), { outcome: 'no-draft' })
  })

  test('who has not said what happened is led to that question', async () => {
    const sending = await startSending(database(), { role: { role: 'self' } })
    const submitted = await submitAny(database(), sending)
    assert.ok(submitted.outcome === 'incomplete')
    assert.equal(submitted.question.id, 'what')
    assert.deepEqual(await queueOf(database(), sending), [])
  })
})

test('who later finds the cookie of a report that was sent cannot work out its receipt', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'signpost-cookie-'))
  const database = openDatabase(`sqlite:${join(folder, 'signpost.sqlite')}`)
  try {
    await migrate(database)
    const sending = await startSending(database, answers)
    const { receipt } = await submit(database, sending)
    assert.notEqual(receipt, receiptFromSeed(sending.draftKey))
    await draftStore(database).expire(new Date(now.getTime() + 31 * 60_000))
    assert.deepEqual(await submitAny(database, sending), { outcome: 'no-draft' })
  } finally {
    await database.destroy()
    rmSync(folder, { recursive: true })
  }
})

test('nothing that was typed, and no receipt, is in the database file or its log', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'signpost-dump-'))
  const database = openDatabase(`sqlite:${join(folder, 'signpost.sqlite')}`)
  try {
    await migrate(database)
    const sending = await startSending(database, answers)
    const written = dump(folder)
    const { receipt } = await submit(database, sending)
    const typed = ['green shutters', 'Quillfeather', 'anonymous', sending.draftKey, receipt]
    for (const files of [written, dump(folder)])
      for (const secret of typed)
        assert.equal(files.includes(secret), false, `${secret} lies in the open`)
  } finally {
    await database.destroy()
    rmSync(folder, { recursive: true })
  }
})

async function startSending(database: Database, given: Answers): Promise<Sending> {
  const draftKey = newBoxKey()
  const draft = {
    name: draftName(draftKey),
    site: 'harbour',
    box: closeDraft(given, draftKey),
  }
  await draftStore(database).create(draft, now)
  const desk = `desk-${randomUUID()}`
  const who = { site: 'harbour', desk, deskKey, language: 'en' }
  return { draftKey, journey, ...who, words, organizations: [], now }
}

function submitAny(database: Database, sending: Sending): Promise<Submitted> {
  const means = {
    drafts: draftStore(database),
    sending: sendingStore(database),
    seal: sealReport,
    ...calmDay,
    secretKey,
  }
  return submitReport(means, sending)
}

async function submit(database: Database, sending: Sending) {
  const submitted = await submitAny(database, sending)
  assert.ok(submitted.outcome === 'sent')
  return submitted
}

function queueOf(database: Database, { desk }: Sending) {
  return reportStore(database).queue(desk, { statuses: ['new'], limit: 10 })
}

async function only(database: Database, sending: Sending) {
  const [report, ...others] = await queueOf(database, sending)
  assert.ok(report)
  assert.deepEqual(others, [])
  const stored = await reportStore(database).find(sending.desk, report.id)
  assert.ok(stored)
  return stored
}

function dump(folder: string): string {
  const files = readdirSync(folder)
  assert.ok(files.some((file) => file.endsWith('-wal')))
  return files.map((file) => readFileSync(join(folder, file), 'latin1')).join('\n')
}
