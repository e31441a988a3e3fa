import type { Database } from '../database/database.ts'
import type { FeedbackRow } from '../database/schema.ts'
import type { Sealed } from '../sealing/seal.ts'
import type { StoredFeedback } from './feedback.ts'

export type FeedbackStore = ReturnType<typeof feedbackStore>

/** The `limit` answers that follow `after`. */
export interface FeedbackPart {
  readonly limit: number
  readonly after?: Pick<StoredFeedback, 'receivedDay' | 'id'> | undefined
}

/** What people think of the site, sealed, always for one desk. */
export function feedbackStore(database: Database) {
  return {
    async insert(feedback: Omit<StoredFeedback, 'readAt'>): Promise<void> {
      const { receivedDay, ...same } = feedback
      const row = { ...same, received_day: receivedDay, read_at: null }
      await database.insertInto('feedback').values(row).execute()
    },

    /** Newest day first. */
    async list(desk: string, { limit, after }: FeedbackPart): Promise<readonly StoredFeedback[]> {
      let query = database.selectFrom('feedback').selectAll().where('desk', '=', desk)
      if (after !== undefined) {
        const { receivedDay, id } = after
        query = query.where((row) =>
          row.or([
            row('received_day', '<', receivedDay),
            row.and([row('received_day', '=', receivedDay), row('id', '<', id)]),
          ]),
        )
      }
      const rows = await query
        .orderBy('received_day', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .execute()
      return rows.map(toFeedback)
    },

    /** Whether this was the first reading; the first stays. */
    async markRead(desk: string, id: string, now: Date): Promise<boolean> {
      const { numUpdatedRows } = await database
        .updateTable('feedback')
        .set({ read_at: now.toISOString() })
        .where('id', '=', id)
        .where('desk', '=', desk)
        .where('read_at', 'is', null)
        .executeTakeFirstOrThrow()
      return numUpdatedRows === 1n
    },
  }
}

function toFeedback({ received_day, read_at, ...same }: FeedbackRow): StoredFeedback {
  return {
    ...same,
    receivedDay: received_day,
    sealed: same.sealed as Sealed,
    readAt: read_at ?? undefined,
  }
}
