/** Sends a report as a reporter does, through the real deed. */

import type { Database } from '../src/database/database.ts'
import { deskKeyStore } from '../src/reports/desk-key-store.ts'
import { closeDraft, draftName } from '../src/reports/draft.ts'
import { draftStore } from '../src/reports/draft-store.ts'
import { getJourney } from '../src/reports/journeys.ts'
import type { Answers } from '../src/reports/question.ts'
import { sealReport } from '../src/reports/seal-report.ts'
import { sendingStore } from '../src/reports/sending-store.ts'
import { submitReport } from '../src/reports/submit-report.ts'
import { newBoxKey } from '../src/sealing/box.ts'
import type { Receipt } from '../src/sealing/receipt.ts'
import { loadWords } from '../src/ui/load-words.ts'
import { calmDay } from './sample-admission.ts'

const words = loadWords('content', 'en')

interface Own {
  readonly desk?: string
  readonly language?: string
  readonly now?: Date
}

/** @returns the reference */
export async function sendReport(
  database: Database,
  answers: Answers,
  own: Own = {},
): Promise<string> {
  return (await sendForReceipt(database, answers, own)).reference
}

/** The same for whoever comes back. The mailbox is found by a server with the key of `openWholeSite`. */
export async function sendForReceipt(
  database: Database,
  answers: Answers,
  own: Own = {},
): Promise<{ readonly reference: string; readonly receipt: Receipt }> {
  const { desk = 'main', language = 'en', now = new Date() } = own
  const deskKey = await deskKeyStore(database).find(desk)
  if (deskKey === undefined) throw new Error('the desk has no key yet')
  const drafts = draftStore(database)
  const draftKey = newBoxKey()
  await drafts.create(
    { name: draftName(draftKey), site: 'signpost', box: closeDraft(answers, draftKey) },
    now,
  )
  const means = {
    drafts,
    sending: sendingStore(database),
    seal: sealReport,
    ...calmDay,
    secretKey: Buffer.alloc(32, 7),
  }
  const submitted = await submitReport(means, {
    draftKey,
    journey: getJourney('human-trafficking'),
    site: 'signpost',
    desk,
    deskKey,
    language,
    words,
    organizations: [],
    now,
  })
  if (submitted.outcome !== 'sent') throw new Error(submitted.outcome)
  const { reference, receipt } = submitted
  return { reference, receipt }
}
