import type { Database } from '../database/database.ts'
import type { PageCount } from './page-count.ts'

export function pageCountStore(database: Database) {
  return {
    /** Adds to what was counted before: all of it or nothing. */
    async add(counts: readonly PageCount[]): Promise<void> {
      if (counts.length === 0) return
      await database.transaction().execute(async (transaction) => {
        // In one order, so that two processes that add at once wait for each other and never in a ring.
        for (const count of counts.toSorted(byKey)) await addOne(transaction, count)
      })
    },

    /** What was counted from one day to another, both included; by day, then page. */
    async read(site: string, from: string, to: string): Promise<readonly PageCount[]> {
      return database
        .selectFrom('page_counts')
        .select(['site', 'day', 'page', 'views'])
        .where('site', '=', site)
        .where('day', '>=', from)
        .where('day', '<=', to)
        .orderBy('day')
        .orderBy('page')
        .execute()
    },
  }
}

async function addOne(database: Database, count: PageCount): Promise<void> {
  await database
    .insertInto('page_counts')
    .values(count)
    .onConflict((there) =>
      there.columns(['site', 'day', 'page']).doUpdateSet((row) => ({
        views: row('page_counts.views', '+', count.views),
      })),
    )
    .execute()
}

function byKey(one: PageCount, other: PageCount): number {
  return keyOf(one) < keyOf(other) ? -1 : 1
}

function keyOf({ site, day, page }: PageCount): string {
  return `${site} ${day} ${page}`
}
