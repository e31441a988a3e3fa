import type { Database } from '../database/database.ts'
import type { ReportKeyRow, ReportRow } from '../database/schema.ts'
import type { Recipient } from '../sealing/identity.ts'
import type { Sealed } from '../sealing/seal.ts'
import { insertActivity, selectActivities } from './activity-store.ts'
import { dayOf } from './calendar.ts'
import { boxEnvelope, envelopeIn } from './envelope-box.ts'
import {
  changeHeld,
  countAlike,
  countHeld,
  type HeldChange,
  selectHeldKinds,
} from './held-store.ts'
import { moveReport, type ReportChange, recordOpening } from './move-store.ts'
import { type QueuePart, selectQueue, toQueued } from './queue-store.ts'
import type { NewReport, ReportId, SealedReport } from './stored-report.ts'

export type ReportStore = ReturnType<typeof reportStore>

/** Reports, always of one desk: a report of another desk is not found. */
export function reportStore(database: Database) {
  return {
    /** Stores a report with its first activity: both or neither. */
    insert: (report: NewReport, now: Date) =>
      database.transaction().execute((transaction) => insertReport(transaction, report, now)),

    /** Most urgent first, then longest waiting. */
    queue: (desk: string, part: QueuePart) => selectQueue(database, desk, part),

    async find(desk: string, id: ReportId): Promise<SealedReport | undefined> {
      const row = await database
        .selectFrom('reports')
        .leftJoin('report_keys', 'report_keys.report', 'reports.id')
        .selectAll()
        .where('id', '=', id)
        .where('desk', '=', desk)
        .executeTakeFirst()
      return row && toSealed(row)
    },

    /** What was done to a report, in order; empty where there is no such report. */
    activities: (desk: string, id: ReportId) => selectActivities(database, desk, id),

    /** Whether there was such a report. Write this down before its seals leave the server. */
    recordOpening: (opening: Omit<ReportChange, 'version'>) => recordOpening(database, opening),

    /** Gives the report to `assignee`: the officer who does this, or a colleague. It is held no more. */
    assign: (change: ReportChange, assignee: string) =>
      moveReport(database, change, 'assigned', { assignee, lane: 'usual' }),

    unassign: (change: ReportChange) =>
      moveReport(database, change, 'unassigned', { assignee: null }),

    close: (change: ReportChange) =>
      moveReport(database, change, 'closed', { closed_at: change.at.toISOString() }),

    /** Back to the officer who had it, or to those that nobody has taken. */
    reopen: (change: ReportChange) =>
      moveReport(database, change, 'reopened', { closed_at: null, lane: 'usual' }),

    /** From those that are held to the queue. */
    letIn: (change: ReportChange) => moveReport(database, change, 'queued', { lane: 'usual' }),

    countHeld: (desk: string) => countHeld(database, desk),
    heldKinds: (desk: string, limit: number) => selectHeldKinds(database, desk, limit),
    countAlike: (desk: string, firsts: readonly ReportId[]) => countAlike(database, desk, firsts),
    changeHeld: (change: HeldChange) => changeHeld(database, change),
  }
}

/** Within a transaction: the report and its first activity, of which only the day is kept. */
export async function insertReport(
  transaction: Database,
  report: NewReport,
  now: Date,
): Promise<void> {
  const { hasFiles, receivedHour, receiptRecipient, sameAs, ...same } = report
  const { box, key } = boxEnvelope(report.envelope)
  const row = {
    ...same,
    envelope: box,
    status: 'new',
    has_files: Number(hasFiles),
    received_hour: receivedHour,
    receipt_recipient: receiptRecipient,
    assignee: null,
    closed_at: null,
    version: 1,
    same_as: sameAs ?? null,
    has_news: 0,
  }
  await transaction.insertInto('reports').values(row).execute()
  await transaction.insertInto('report_keys').values({ report: report.id, key }).execute()
  const received = { act: 'received', officer: undefined, at: dayOf(now) } as const
  await insertActivity(transaction, report.id, received)
}

function toSealed(
  row: ReportRow & { [column in keyof ReportKeyRow]: ReportKeyRow[column] | null },
): SealedReport {
  const { epoch, envelope, key, report: _, body, receipt_recipient, mailbox: __, ...outside } = row
  return {
    ...toQueued(outside),
    epoch,
    envelope: envelopeIn(envelope, key),
    body: body as Sealed,
    receiptRecipient: receipt_recipient as Recipient,
  }
}
