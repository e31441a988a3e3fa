/** Coming back with a receipt as a reporter without script does, for tests of what stands in the mailbox. */
import assert from 'node:assert/strict'
import { type Message, officerMessage } from '../src/mailbox/message.ts'
import { messageStore, type StoredMessage } from '../src/mailbox/message-store.ts'
import { type OpenedMessage, openMessages, sealMessage } from '../src/mailbox/sealed-message.ts'
import { reportStore } from '../src/reports/report-store.ts'
import type { SealedReport } from '../src/reports/stored-report.ts'
import { type Identity, parseIdentity } from '../src/sealing/identity.ts'
import { open } from '../src/sealing/seal.ts'
import { Browser, type OpenSite } from './open-site.ts'
import { send, walk, wholeReport } from './telling.ts'

export interface Returning {
  readonly browser: Browser
  /** As it stood on the page: groups with spaces between them. */
  readonly receipt: string
  readonly reference: string
}

/** Sends a report, and comes back in another browser with its receipt. */
export async function sendAndComeBack(site: OpenSite): Promise<Returning> {
  const first = new Browser(site.app)
  await walk(first, wholeReport)
  const { receipt, reference } = await send(first)
  const browser = new Browser(site.app)
  const answer = await browser.post('/b', { receipt })
  assert.equal(answer.statusCode, 303, answer.body)
  assert.equal(answer.headers.location, '/b/open')
  return { browser, receipt, reference }
}

/** Writes to the reporter as an officer's browser does. */
export async function writeAsOfficer(
  { database, deskIdentity, clock }: OpenSite,
  reference: string,
  said: Pick<Message, 'text' | 'lookAgainOn'>,
): Promise<void> {
  const report = await findReport({ database }, reference)
  const sealed = await sealMessage(
    officerMessage(said, clock.now),
    await identityOf(report, deskIdentity),
  )
  const { desk, id } = report
  const message = { desk, report: id, officer: 'ada', at: clock.now, sealed }
  assert.equal((await messageStore(database).addFromOfficer(message)).outcome, 'added')
}

/** What the desk reads behind a report. */
export async function readAtDesk(
  { database, deskIdentity }: OpenSite,
  reference: string,
): Promise<readonly OpenedMessage<StoredMessage>[]> {
  const report = await findReport({ database }, reference)
  const identity = await identityOf(report, deskIdentity)
  return openMessages(await messageStore(database).list(report.id), identity)
}

export async function findReport(
  { database }: Pick<OpenSite, 'database'>,
  reference: string,
): Promise<SealedReport> {
  const reports = reportStore(database)
  const queue = await reports.queue('main', { statuses: ['new', 'assigned'], limit: 1_000 })
  const id = queue.find((report) => report.reference === reference)?.id
  const report = id && (await reports.find('main', id))
  assert.ok(report, reference)
  return report
}

async function identityOf({ envelope }: SealedReport, deskKey: Identity): Promise<Identity> {
  const opened = await open(envelope, deskKey)
  assert.ok(opened.outcome === 'opened')
  return parseIdentity(opened.text)
}
