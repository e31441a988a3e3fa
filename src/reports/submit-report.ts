import type { BoxKey } from '../sealing/box.ts'
import { newReceipt, type Receipt } from '../sealing/receipt.ts'
import { type Admit, type InTurn, writtenIn } from './admission.ts'
import { hourOf } from './calendar.ts'
import type { DeskKey } from './desk-key.ts'
import { closeSent, draftName } from './draft.ts'
import type { DraftStore } from './draft-store.ts'
import { answersThatApply, type Journey, missing } from './journey.ts'
import { mailboxHash } from './mailbox.ts'
import { organizationsThatFit, type Supporting } from './organizations-that-fit.ts'
import { priorityOf } from './priority.ts'
import type { Answers, Question, ReportWords } from './question.ts'
import { readDraft } from './read-draft.ts'
import { newReference } from './reference.ts'
import { writeReport } from './report.ts'
import type { SealReport } from './seal-report.ts'
import type { SendingStore } from './sending-store.ts'
import type { NewReport } from './stored-report.ts'

/** What sending needs, made once at the start. */
export interface Means {
  readonly drafts: Pick<DraftStore, 'find'>
  readonly sending: SendingStore
  readonly seal: SealReport
  /** Says which lane the report takes. */
  readonly admit: Admit
  readonly inTurn: InTurn
  /** Keys the hash of the mailbox name. */
  readonly secretKey: Buffer
}

/** Whose draft goes to whom. */
export interface Sending {
  readonly draftKey: BoxKey
  readonly journey: Journey
  readonly site: string
  readonly desk: string
  readonly deskKey: DeskKey
  readonly language: string
  readonly words: ReportWords
  /** Who may be able to help, to be named beside the receipt. */
  readonly organizations: readonly (Supporting & { readonly id: string })[]
  readonly now: Date
}

export type Submitted =
  | { readonly outcome: 'sent'; readonly receipt: Receipt; readonly reference: string }
  /** Expired, finished, or never there. */
  | { readonly outcome: 'no-draft' }
  | { readonly outcome: 'incomplete'; readonly question: Question }

/**
 * Makes one report of a draft, however often and by however many at once it is called: every call
 * gives the same receipt and reference while the draft's row is kept. When it returns `sent`, the
 * report is on the disk.
 *
 * @throws when the database fails; the draft is then as it was
 */
export async function submitReport(means: Means, sending: Sending): Promise<Submitted> {
  // Each further round begins because another sending or a taken reference came first.
  for (let round = 0; round < 5; round += 1) {
    const submitted = await attempt(means, sending)
    if (submitted !== undefined) return submitted
  }
  throw new Error('a report could not be sent in five rounds')
}

async function attempt(means: Means, sending: Sending): Promise<Submitted | undefined> {
  const { draftKey: key, journey, site, now } = sending
  const found = await readDraft(means.drafts, { site, key }, now)
  if (found.state === 'none') return { outcome: 'no-draft' }
  if (found.state === 'sent')
    return { outcome: 'sent', receipt: found.receipt, reference: found.reference }
  const question = missing(journey, found.answers)[0]
  if (question !== undefined) return { outcome: 'incomplete', question }
  const receipt = newReceipt()
  const report = await makeReport(means, sending, found.answers, receipt)
  const organizations = fitting(sending, found.answers)
  const sent = { ...found.draft, box: closeSent({ receipt, organizations }, key) }
  const stored = await means.sending.send(sent, report, now)
  if (stored !== 'stored') return undefined
  return { outcome: 'sent', receipt, reference: report.reference }
}

function fitting({ journey, language, organizations }: Sending, answers: Answers): string[] {
  const kept = answersThatApply(journey, answers)
  return organizationsThatFit(kept, language, organizations).map(({ id }) => id)
}

async function makeReport(
  { admit, inTurn, secretKey, seal }: Means,
  sending: Sending,
  answers: Answers,
  receipt: Receipt,
): Promise<NewReport> {
  const { journey, site, desk, language, now } = sending
  const reference = newReference()
  const facts = { reference, site, language, sent: hourOf(now), sealed: 'on arrival' } as const
  const report = writeReport(facts, journey, answers, sending.words)
  const written = writtenIn(journey, answers)
  const admission = admit({ site, sending: draftName(sending.draftKey), written })
  return {
    ...admission,
    reference,
    site,
    desk,
    topic: journey.topic,
    language,
    priority: priorityOf(journey.priorities, answersThatApply(journey, answers)),
    hasFiles: false,
    receivedHour: facts.sent,
    mailbox: mailboxHash(receipt, secretKey),
    ...(await inTurn(admission.lane, () => seal(report, sending.deskKey, receipt))),
  }
}
