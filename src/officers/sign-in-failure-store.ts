import type { Database } from '../database/database.ts'
import { type Counter, countAfter, type Failures, forgottenBefore } from './sign-in-pace.ts'

export type SignInFailureStore = ReturnType<typeof signInFailureStore>

export function signInFailureStore(database: Database) {
  return {
    async find(desk: string, counter: Counter): Promise<Failures | undefined> {
      const row = await database
        .selectFrom('sign_in_failures')
        .select(['failures', 'last_at'])
        .where('desk', '=', desk)
        .where('sign_in_name', '=', counter)
        .executeTakeFirst()
      return row && { count: row.failures, lastAt: row.last_at }
    },

    /**
     * Counts an attempt before it is looked at, so that a hundred at once are not a hundred free
     * ones: `false` when another attempt was counted since `seen`.
     */
    count: (counted: Counted, now: Date) => count(database, counted, now),

    async clear(desk: string, counter: Counter): Promise<void> {
      await database
        .deleteFrom('sign_in_failures')
        .where('desk', '=', desk)
        .where('sign_in_name', '=', counter)
        .execute()
    },

    /** Names that nobody has leave no rows behind for ever. */
    async removeForgotten(now: Date): Promise<void> {
      await database
        .deleteFrom('sign_in_failures')
        .where('last_at', '<', forgottenBefore(now))
        .execute()
    },
  }
}

interface Counted {
  readonly desk: string
  readonly counter: Counter
  /** What stood there when the wait was computed. */
  readonly seen: Failures | undefined
}

async function count(database: Database, counted: Counted, now: Date): Promise<boolean> {
  const { desk, counter, seen } = counted
  const changed = { failures: countAfter(seen, now), last_at: now.toISOString() }
  if (seen === undefined) {
    const result = await database
      .insertInto('sign_in_failures')
      .values({ desk, sign_in_name: counter, ...changed })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    return result.numInsertedOrUpdatedRows === 1n
  }
  const result = await database
    .updateTable('sign_in_failures')
    .set(changed)
    .where('desk', '=', desk)
    .where('sign_in_name', '=', counter)
    .where('failures', '=', seen.count)
    .where('last_at', '=', seen.lastAt)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}
