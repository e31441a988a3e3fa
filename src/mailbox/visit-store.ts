import type { Database } from '../database/database.ts'
import { type VisitName, visitLifetime } from './mailbox-visit.ts'

export type VisitStore = ReturnType<typeof visitStore>

/** People who came back with a receipt and read without script. Each receipt is under a key that is not here. */
export function visitStore(database: Database) {
  return {
    async create(
      visit: { readonly name: VisitName; readonly site: string; readonly box: string },
      now: Date,
    ): Promise<void> {
      const row = { ...visit, expires_at: endAfter(now) }
      await database.insertInto('mailbox_visits').values(row).execute()
    },

    /** The box of a visit, which then lasts on; `undefined` where it is over. */
    async find(site: string, name: VisitName, now: Date): Promise<string | undefined> {
      const row = await database
        .selectFrom('mailbox_visits')
        .select(['box', 'expires_at'])
        .where('name', '=', name)
        .where('site', '=', site)
        .where('expires_at', '>', now.toISOString())
        .executeTakeFirst()
      if (row === undefined) return undefined
      if (row.expires_at !== endAfter(now)) await prolong(database, name, now)
      return row.box
    },

    async remove(site: string, name: VisitName): Promise<void> {
      await database
        .deleteFrom('mailbox_visits')
        .where('name', '=', name)
        .where('site', '=', site)
        .execute()
    },

    /** Destroys every visit whose time is over; returns how many. */
    async expire(now: Date): Promise<number> {
      const { numDeletedRows } = await database
        .deleteFrom('mailbox_visits')
        .where('expires_at', '<=', now.toISOString())
        .executeTakeFirstOrThrow()
      return Number(numDeletedRows)
    },
  }
}

async function prolong(database: Database, name: VisitName, now: Date): Promise<void> {
  await database
    .updateTable('mailbox_visits')
    .set({ expires_at: endAfter(now) })
    .where('name', '=', name)
    .execute()
}

const quarter = 15 * 60_000

// To the next quarter of an hour: an exact end would tell the exact moment of the last page.
function endAfter(now: Date): string {
  return new Date(Math.ceil((now.getTime() + visitLifetime) / quarter) * quarter).toISOString()
}
