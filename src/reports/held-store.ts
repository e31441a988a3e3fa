import { setImmediate as breath } from 'node:timers/promises'
import type { ExpressionBuilder } from 'kysely'
import type { Database } from '../database/database.ts'
import type { Schema } from '../database/schema.ts'
import { insertActivities } from './activity-store.ts'
import type { ReportId } from './stored-report.ts'

/** Some of what is held and still new. */
export interface HeldPart {
  /** Those that are nearly the same as this report; without it, those that are like no other. */
  readonly sameAs?: ReportId | undefined
  /** Only what came before this hour. */
  readonly before?: string | undefined
}

/** What an officer does to all of a part at once. */
export interface HeldChange extends HeldPart {
  readonly desk: string
  readonly act: 'queued' | 'closed'
  readonly officer: string
  readonly at: Date
}

/** Held reports that are nearly the same as one that came before them. */
export interface HeldKind {
  readonly first: ReportId
  /** Absent where the first is not there any more. */
  readonly reference: string | undefined
  readonly count: number
}

/** So many in one transaction: writing stops everybody else on SQLite. */
const batch = 200

/** How many are held and new, in all and among them like no other. */
export async function countHeld(database: Database, desk: string) {
  const { all, alike } = await database
    .selectFrom('reports')
    .select(({ fn }) => [fn.countAll().as('all'), fn.count('same_as').as('alike')])
    .where((report) => isHeld(report, desk))
    .executeTakeFirstOrThrow()
  return { all: Number(all), unlike: Number(all) - Number(alike) }
}

/** The largest kinds first. */
export async function selectHeldKinds(
  database: Database,
  desk: string,
  limit: number,
): Promise<readonly HeldKind[]> {
  const kinds = await database
    .selectFrom('reports')
    .leftJoin('reports as first', 'first.id', 'reports.same_as')
    .select(['reports.same_as', 'first.reference'])
    .select(({ fn }) => fn.countAll().as('count'))
    .where('reports.desk', '=', desk)
    .where('reports.lane', '=', 'held')
    .where('reports.status', '=', 'new')
    .where('reports.same_as', 'is not', null)
    .groupBy(['reports.same_as', 'first.reference'])
    .orderBy('count', 'desc')
    .limit(limit)
    .execute()
  return kinds.map(({ same_as, reference, count }) => ({
    first: same_as as ReportId,
    reference: reference ?? undefined,
    count: Number(count),
  }))
}

/** For each of these reports, how many held ones are nearly the same. */
export async function countAlike(
  database: Database,
  desk: string,
  firsts: readonly ReportId[],
): Promise<ReadonlyMap<ReportId, number>> {
  if (firsts.length === 0) return new Map()
  const counts = await database
    .selectFrom('reports')
    .select('same_as')
    .select(({ fn }) => fn.countAll().as('count'))
    .where((report) => isHeld(report, desk))
    .where('same_as', 'in', firsts)
    .groupBy('same_as')
    .execute()
  return new Map(counts.map(({ same_as, count }) => [same_as as ReportId, Number(count)]))
}

/**
 * Moves a part to the queue, or closes it, and writes down for each who did it. Goes through it in
 * batches: when it fails half way, what was done is done, and the rest is as it was.
 *
 * @returns how many
 */
export async function changeHeld(database: Database, change: HeldChange): Promise<number> {
  let changed = 0
  for (;;) {
    const ids = await changeBatch(database, change)
    changed += ids.length
    if (ids.length < batch) return changed
    await breath()
  }
}

function changeBatch(
  database: Database,
  { act, officer, at, desk, ...part }: HeldChange,
): Promise<readonly ReportId[]> {
  const columns =
    act === 'queued'
      ? { lane: 'usual' }
      : ({ status: 'closed', closed_at: at.toISOString() } as const)
  return database.transaction().execute(async (transaction) => {
    const some = transaction
      .selectFrom('reports')
      .select('id')
      .where((report) => isPart(report, desk, part))
      .limit(batch)
    const rows = await transaction
      .updateTable('reports')
      .set((report) => ({ ...columns, version: report('version', '+', 1) }))
      .where('id', 'in', some)
      .where('lane', '=', 'held')
      .where('status', '=', 'new')
      .returning('id')
      .execute()
    const ids = rows.map(({ id }) => id as ReportId)
    await insertActivities(transaction, ids, { act, officer, at: at.toISOString() })
    return ids
  })
}

type Where = ExpressionBuilder<Schema, 'reports'>

function isHeld(report: Where, desk: string) {
  return report.and({ desk, lane: 'held', status: 'new' })
}

function isPart(report: Where, desk: string, { sameAs, before }: HeldPart) {
  const alike =
    sameAs === undefined ? report('same_as', 'is', null) : report('same_as', '=', sameAs)
  const early = before === undefined ? [] : [report('received_hour', '<', before)]
  return report.and([isHeld(report, desk), alike, ...early])
}
