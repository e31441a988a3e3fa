/** A report as the browser of its reporter sends it, for tests of taking it in. */
import type { Database } from '../src/database/database.ts'
import { newReference } from '../src/reports/reference.ts'
import { sealReport } from '../src/reports/seal-report.ts'
import { sendingStore } from '../src/reports/sending-store.ts'
import type { SealedBefore, TakingMeans } from '../src/reports/take-report.ts'
import type { Recipient } from '../src/sealing/identity.ts'
import { mailboxName, type Receipt } from '../src/sealing/receipt.ts'
import { calmDay } from './sample-admission.ts'

export function takingMeans(database: Database): TakingMeans {
  return {
    sending: sendingStore(database),
    secretKey: Buffer.alloc(32, 7),
    admit: calmDay.admit,
  }
}

/** From the site `harbour` to the desk `main`, whose key is of epoch 1. */
export async function sampleSealed(
  receipt: Receipt,
  recipient: Recipient,
  said: string,
): Promise<SealedBefore> {
  const about = {
    reference: newReference(),
    site: 'harbour',
    topic: 'human-trafficking',
    language: 'en',
  }
  const question = { id: 'what', question: 'Sample?', fields: [{ name: 'what', text: said }] }
  const report = {
    ...about,
    kind: 'signpost report',
    version: 1,
    sent: '2026-11-22T11:00:00Z',
    sealed: 'in the browser',
    consent: 'anonymous',
    answers: [question],
  } as const
  const seals = await sealReport(report, { epoch: 1, recipient }, receipt)
  const priority = 4
  return { ...about, ...seals, desk: 'main', priority, mailboxName: mailboxName(receipt) }
}
