/** A report as it lies in the database, for tests that do not open it. */
import { randomUUID } from 'node:crypto'
import { newReference } from '../src/reports/reference.ts'
import type { NewReport, ReportId } from '../src/reports/stored-report.ts'
import type { Recipient } from '../src/sealing/identity.ts'
import type { Sealed } from '../src/sealing/seal.ts'

export function sampleReport(own: Partial<NewReport> = {}): NewReport {
  return {
    id: randomUUID() as ReportId,
    reference: newReference(),
    site: 'harbour',
    desk: 'main',
    topic: 'human-trafficking',
    language: 'en',
    priority: 4,
    hasFiles: false,
    receivedHour: '2026-11-22T11:00:00Z',
    mailbox: randomUUID(),
    lane: 'usual',
    sameAs: undefined,
    epoch: 1,
    envelope: 'sealed envelope' as Sealed,
    body: 'sealed body' as Sealed,
    receiptRecipient: 'age1pq1sample' as Recipient,
    ...own,
  }
}
