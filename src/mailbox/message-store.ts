import { randomUUID } from 'node:crypto'
import type { Database } from '../database/database.ts'
import type { MessageRow } from '../database/schema.ts'
import type { Act } from '../reports/activity.ts'
import { dayOf } from '../reports/calendar.ts'
import { type Status, statusAfter } from '../reports/status.ts'
import type { ReportId } from '../reports/stored-report.ts'
import type { Sealed } from '../sealing/seal.ts'
import type { SealedMessage } from './sealed-message.ts'

export type MessageStore = ReturnType<typeof messageStore>

/** `full`: one report holds so many messages of its reporter, and no more. */
export type Added =
  | { readonly outcome: 'added'; readonly place: number }
  | { readonly outcome: 'full' | 'not-found' }

/** How many messages the reporter of one report can write: whoever opens a mailbox opens them all. */
export const mostMessages = 100

export interface StoredMessage extends SealedMessage {
  /** The officer's id; `undefined` for the reporter's own. Never shown to the reporter. */
  readonly officer: string | undefined
}

/** An officer's message on its way to a report of their desk. */
export interface OfficersMessage {
  readonly desk: string
  readonly report: ReportId
  readonly officer: string
  readonly at: Date
  readonly sealed: Sealed
}

/** What was written after a report was sent. Two at once are both kept, one after the other. */
export function messageStore(database: Database) {
  return {
    /** Oldest first. */
    async list(report: ReportId): Promise<readonly StoredMessage[]> {
      const rows = await database
        .selectFrom('messages')
        .selectAll()
        .where('report', '=', report)
        .orderBy('place')
        .execute()
      return rows.map(toMessage)
    },

    /** The place of the newest message of a report; 0 where there is none. */
    lastPlace: (report: ReportId) => lastPlace(database, report),

    /**
     * Adds what the reporter wrote, of which only the day is kept: officers are told that there is
     * news, and a closed report comes back to the queue.
     *
     * @param id made by whoever sends, so that sending the same again adds nothing
     */
    addFromReporter: (
      report: ReportId,
      sealed: Sealed,
      now: Date,
      id: string = randomUUID(),
    ): Promise<Added> =>
      database.transaction().execute(async (transaction) => {
        const before = await findAdded(transaction, report, id)
        if (before !== undefined) return before
        if (await isFull(transaction, report)) return { outcome: 'full' }
        if (!(await tellNews(transaction, report, now))) return { outcome: 'not-found' }
        // Now that the report's row is held, whoever sent the same at the same moment has finished.
        const meanwhile = await findAdded(transaction, report, id)
        return meanwhile ?? add(transaction, { id, report, officer: null, at: dayOf(now), sealed })
      }),

    /** `not-found` where this desk has no such report. */
    addFromOfficer: ({ desk, report, officer, at, sealed }: OfficersMessage): Promise<Added> =>
      database.transaction().execute(async (transaction) => {
        if (!(await hold(transaction, desk, report))) return { outcome: 'not-found' }
        const id = randomUUID()
        return add(transaction, { id, report, officer, at: at.toISOString(), sealed })
      }),
  }
}

async function lastPlace(database: Database, report: ReportId): Promise<number> {
  const row = await database
    .selectFrom('messages')
    .select('place')
    .where('report', '=', report)
    .orderBy('place', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.place ?? 0
}

async function findAdded(
  database: Database,
  report: ReportId,
  id: string,
): Promise<Added | undefined> {
  const row = await database
    .selectFrom('messages')
    .select('place')
    .where('id', '=', id)
    .where('report', '=', report)
    .executeTakeFirst()
  return row && { outcome: 'added', place: row.place }
}

async function add(
  transaction: Database,
  message: Pick<MessageRow, 'id' | 'report' | 'officer' | 'at' | 'sealed'>,
): Promise<Added> {
  const { report, officer, at } = message
  const place = (await lastPlace(transaction, report as ReportId)) + 1
  await transaction
    .insertInto('messages')
    .values({ place, ...message })
    .execute()
  await note(transaction, { report, act: 'wrote', officer, at })
  return { outcome: 'added', place }
}

async function isFull(transaction: Database, report: ReportId): Promise<boolean> {
  const { count } = await transaction
    .selectFrom('messages')
    .select(({ fn }) => fn.countAll<number | string>().as('count'))
    .where('report', '=', report)
    .where('officer', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(count) >= mostMessages
}

/** Takes the report's row, so that what else is added to it meanwhile waits; whether it is there. */
async function hold(transaction: Database, desk: string, report: ReportId): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('reports')
    .set(({ ref }) => ({ has_news: ref('has_news') }))
    .where('id', '=', report)
    .where('desk', '=', desk)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** Within a transaction: officers see that the reporter added something, and a closed report comes back. */
export async function tellNews(
  transaction: Database,
  report: ReportId,
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('reports')
    .set({ has_news: 1 })
    .where('id', '=', report)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows !== 1n) return false
  await bringBack(transaction, report, now)
  return true
}

// What somebody adds to a closed report would otherwise wait where no officer looks.
async function bringBack(transaction: Database, report: ReportId, now: Date): Promise<void> {
  const row = await transaction
    .selectFrom('reports')
    .select(['status', 'assignee', 'version'])
    .where('id', '=', report)
    .executeTakeFirstOrThrow()
  const { version } = row
  const known = { status: row.status as Status, assignee: row.assignee ?? undefined }
  const status = statusAfter(known, 'reopened')
  if (status === undefined) return
  await transaction
    .updateTable('reports')
    .set({ status, closed_at: null, version: version + 1 })
    .where('id', '=', report)
    .execute()
  await note(transaction, { report, act: 'reopened', officer: null, at: dayOf(now) })
}

async function note(
  transaction: Database,
  activity: { report: string; act: Act; officer: string | null; at: string },
): Promise<void> {
  await transaction
    .insertInto('activities')
    .values({ id: randomUUID(), ...activity })
    .execute()
}

function toMessage({ place, officer, at, sealed }: MessageRow): StoredMessage {
  const from = officer === null ? 'reporter' : 'officer'
  return { place, from, officer: officer ?? undefined, at, sealed: sealed as Sealed }
}
