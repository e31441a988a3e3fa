import type { ExpressionBuilder } from 'kysely'
import type { Database } from '../database/database.ts'
import type { ReportRow, Schema } from '../database/schema.ts'
import type { Priority } from './priority.ts'
import type { Status } from './status.ts'
import type { Lane, QueuedReport, ReportId } from './stored-report.ts'

/** Which part of a desk's queue: the `limit` reports that follow `after`. */
export interface QueuePart {
  readonly statuses: readonly Status[]
  readonly limit: number
  readonly after?: Place | undefined
  /** Only what this officer has. */
  readonly assignee?: string | undefined
  /** Otherwise both. */
  readonly lane?: Lane | undefined
  /** Only those that are nearly the same as this one; `none`: only those that are like no other. */
  readonly sameAs?: ReportId | 'none' | undefined
}

/** Where a report stands in the queue. */
export type Place = Pick<QueuedReport, 'priority' | 'receivedHour' | 'id'>

const columns = [
  'id',
  'reference',
  'site',
  'desk',
  'topic',
  'language',
  'priority',
  'status',
  'has_files',
  'received_hour',
  'assignee',
  'closed_at',
  'version',
  'lane',
  'same_as',
  'has_news',
] as const satisfies readonly (keyof ReportRow)[]

const lanes: readonly Lane[] = ['usual', 'held']

type QueuedRow = Pick<ReportRow, (typeof columns)[number]>

/** Most urgent first, then longest waiting. */
export async function selectQueue(
  database: Database,
  desk: string,
  { statuses, limit, after, assignee, lane, sameAs }: QueuePart,
): Promise<readonly QueuedReport[]> {
  if (statuses.length === 0) return []
  let query = database
    .selectFrom('reports')
    .select(columns)
    .where('desk', '=', desk)
    .where('lane', 'in', lane === undefined ? lanes : [lane])
    .where('status', 'in', statuses)
  if (assignee !== undefined) query = query.where('assignee', '=', assignee)
  if (sameAs === 'none') query = query.where('same_as', 'is', null)
  else if (sameAs !== undefined) query = query.where('same_as', '=', sameAs)
  if (after !== undefined) query = query.where((report) => follows(report, after))
  const rows = await query
    .orderBy('priority')
    .orderBy('received_hour')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(toQueued)
}

export function toQueued(row: QueuedRow): QueuedReport {
  const { has_files, received_hour, assignee, closed_at, same_as, has_news, ...same } = row
  return {
    ...same,
    id: row.id as ReportId,
    priority: row.priority as Priority,
    status: row.status as Status,
    hasFiles: has_files === 1,
    receivedHour: received_hour,
    assignee: assignee ?? undefined,
    closedAt: closed_at ?? undefined,
    lane: row.lane as Lane,
    sameAs: (same_as ?? undefined) as ReportId | undefined,
    hasNews: has_news === 1,
  }
}

function follows(
  report: ExpressionBuilder<Schema, 'reports'>,
  { priority, receivedHour, id }: Place,
) {
  return report.or([
    report('priority', '>', priority),
    report.and([report('priority', '=', priority), report('received_hour', '>', receivedHour)]),
    report.and([
      report('priority', '=', priority),
      report('received_hour', '=', receivedHour),
      report('id', '>', id),
    ]),
  ])
}
