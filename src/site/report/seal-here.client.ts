/** Makes a report of the answers, sealed: what leaves the browser is only what this returns. */
import { hourOf } from '../../reports/calendar.ts'
import type { DeskKey } from '../../reports/desk-key.ts'
import { drawReference } from '../../reports/draw-reference.ts'
import { answersThatApply, type Journey } from '../../reports/journey.ts'
import { priorityOf } from '../../reports/priority.ts'
import type { Answers, ReportWords } from '../../reports/question.ts'
import { writeReport } from '../../reports/report.ts'
import { sealReport } from '../../reports/seal-report.ts'
import type { Seals } from '../../reports/stored-report.ts'
import { type Identity, newIdentity, parseRecipient } from '../../sealing/identity.ts'
import { mailboxName, newReceipt, type Receipt } from '../../sealing/receipt.ts'

/** What is told, by whom it is asked. */
export interface Told {
  readonly journey: Journey
  readonly answers: Answers
  readonly site: string
  readonly language: string
  readonly words: ReportWords
  /** What a reference is drawn from. */
  readonly referenceWords: readonly string[]
}

/** What the reporter’s browser alone knows. The receipt never leaves it. */
export interface Secrets {
  readonly receipt: Receipt
  readonly identity: Identity
}

/** What is sent. */
export interface SealedHere extends Seals {
  readonly reference: string
  readonly language: string
  readonly priority: number
  readonly mailbox: string
}

export async function newSecrets(): Promise<Secrets> {
  return { receipt: newReceipt(), identity: await newIdentity() }
}

/** @throws where anything at all goes wrong: then nothing may be sent */
export async function sealHere(
  told: Told,
  { receipt, identity }: Secrets,
  { epoch, recipient }: DeskKey,
): Promise<SealedHere> {
  const { journey, answers, site, language, words } = told
  const reference = drawReference(told.referenceWords)
  const facts = {
    reference,
    site,
    language,
    sent: hourOf(new Date()),
    sealed: 'in the browser',
  } as const
  const report = writeReport(facts, journey, answers, words)
  // Another kind of key is refused here, however it came.
  const deskKey = { epoch, recipient: parseRecipient(recipient) }
  return {
    reference,
    language,
    priority: priorityOf(journey.priorities, answersThatApply(journey, answers)),
    mailbox: mailboxName(receipt),
    ...(await sealReport(report, deskKey, receipt, identity)),
  }
}
