import type { Database } from '../database/database.ts'
import { dayOf } from '../reports/calendar.ts'
import type { Sealed } from '../sealing/seal.ts'
import { daysSaved } from './saved-draft.ts'

export type SavedDraftStore = ReturnType<typeof savedDraftStore>

export interface StoredSavedDraft {
  readonly sealed: Sealed
  /** The last day on which it is there: `2026-11-29`. */
  readonly lastDay: string
}

/** Drafts that wait for their reporters. Each is sealed to a receipt that is not here. */
export function savedDraftStore(database: Database) {
  return {
    /**
     * Keeps a draft, in the place of what was saved under the same name before.
     *
     * @param name the keyed hash of the receipt's mailbox name
     * @returns the last day on which it is there: `2026-11-29`
     */
    async keep(
      draft: { readonly site: string; readonly name: string; readonly sealed: Sealed },
      now: Date,
    ): Promise<string> {
      const { site, name, sealed } = draft
      const lastDay = daysAfter(now, daysSaved)
      // To the end of a day: an exact end would tell the exact moment of saving.
      const expires_at = `${daysAfter(now, daysSaved + 1)}T00:00:00.000Z`
      await database
        .insertInto('saved_drafts')
        .values({ name, site, sealed, expires_at })
        .onConflict((row) => row.column('name').doUpdateSet({ sealed, expires_at }))
        .execute()
      return lastDay
    },

    /** Looking at it does not make it wait longer. */
    async find(site: string, name: string, now: Date): Promise<StoredSavedDraft | undefined> {
      const row = await database
        .selectFrom('saved_drafts')
        .select(['sealed', 'expires_at'])
        .where('name', '=', name)
        .where('site', '=', site)
        .where('expires_at', '>', now.toISOString())
        .executeTakeFirst()
      return (
        row && { sealed: row.sealed as Sealed, lastDay: daysAfter(new Date(row.expires_at), -1) }
      )
    },

    /** Destroys one; no fault where it is gone already. */
    async remove(site: string, name: string): Promise<void> {
      await database
        .deleteFrom('saved_drafts')
        .where('name', '=', name)
        .where('site', '=', site)
        .execute()
    },

    /** Destroys every one whose time is over; returns how many. */
    async expire(now: Date): Promise<number> {
      const { numDeletedRows } = await database
        .deleteFrom('saved_drafts')
        .where('expires_at', '<=', now.toISOString())
        .executeTakeFirstOrThrow()
      return Number(numDeletedRows)
    },
  }
}

function daysAfter(now: Date, days: number): string {
  return dayOf(new Date(now.getTime() + days * 86_400_000))
}
