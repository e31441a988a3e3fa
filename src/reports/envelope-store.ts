import type { Database } from '../database/database.ts'
import type { Sealed } from '../sealing/seal.ts'
import { boxEnvelope } from './envelope-box.ts'

const atOnce = 100

/**
 * Puts envelopes that lie open, as version 0.1.0 kept them, into boxes: only then can such a report
 * be destroyed for good. Call it at the start, after the migrations.
 *
 * @returns how many it found
 */
export async function boxOldEnvelopes(database: Database): Promise<number> {
  let count = 0
  let boxed = 0
  do {
    boxed = await database.transaction().execute(boxSome)
    count += boxed
  } while (boxed === atOnce)
  return count
}

async function boxSome(transaction: Database): Promise<number> {
  const rows = await transaction
    .selectFrom('reports')
    .leftJoin('report_keys', 'report_keys.report', 'reports.id')
    .select(['reports.id', 'reports.envelope'])
    .where('report_keys.report', 'is', null)
    .limit(atOnce)
    .execute()
  for (const { id, envelope } of rows) {
    const { box, key } = boxEnvelope(envelope as Sealed)
    // Another process that starts at the same moment fails here, and changes nothing.
    await transaction.insertInto('report_keys').values({ report: id, key }).execute()
    await transaction.updateTable('reports').set({ envelope: box }).where('id', '=', id).execute()
  }
  return rows.length
}
