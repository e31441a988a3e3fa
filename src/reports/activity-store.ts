import { randomUUID } from 'node:crypto'
import type { Database } from '../database/database.ts'
import type { ActivityRow } from '../database/schema.ts'
import type { Act, Activity } from './activity.ts'
import type { ReportId } from './stored-report.ts'

/** Within the transaction that changes the report. */
export async function insertActivity(
  transaction: Database,
  report: ReportId,
  activity: Omit<Activity, 'id'>,
): Promise<void> {
  await insertActivities(transaction, [report], activity)
}

/** The same for each of several reports. */
export async function insertActivities(
  transaction: Database,
  reports: readonly ReportId[],
  { act, officer, at }: Omit<Activity, 'id'>,
): Promise<void> {
  if (reports.length === 0) return
  const rows = reports.map((report) => ({
    id: randomUUID(),
    report,
    act,
    officer: officer ?? null,
    at,
  }))
  await transaction.insertInto('activities').values(rows).execute()
}

/** What was done to a report of this desk, in order. */
export async function selectActivities(
  database: Database,
  desk: string,
  id: ReportId,
): Promise<readonly Activity[]> {
  const rows = await database
    .selectFrom('activities')
    .innerJoin('reports', 'reports.id', 'activities.report')
    .where('reports.id', '=', id)
    .where('reports.desk', '=', desk)
    .selectAll('activities')
    .execute()
  return rows.map(toActivity).sort(inOrder)
}

function toActivity({ id, act, officer, at }: ActivityRow): Activity {
  return { id, act: act as Act, officer: officer ?? undefined, at }
}

// Here and not in SQL: engines differ on how a day compares with a moment of that day.
function inOrder(one: Activity, other: Activity): number {
  // Of a reporter only the day is known: whatever they added that day came after the report.
  if (one.at === other.at) return Number(other.act === 'received') - Number(one.act === 'received')
  return one.at < other.at ? -1 : 1
}
