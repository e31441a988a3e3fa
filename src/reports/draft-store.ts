import type { Database } from '../database/database.ts'
import { together } from '../database/together.ts'
import { hourOf } from './calendar.ts'
import { type DraftName, draftLifetime, receiptLifetime, type StoredDraft } from './draft.ts'

export type DraftStore = ReturnType<typeof draftStore>

/** Unfinished reports. What they say is boxed under keys that are not here. */
export function draftStore(database: Database) {
  return {
    /** @throws when a draft of this name is there already */
    create: (draft: Pick<StoredDraft, 'name' | 'site' | 'box'>, now: Date): Promise<void> =>
      together(database, (transaction) => insert(transaction, draft, now)),

    async find(site: string, name: DraftName, now: Date): Promise<StoredDraft | undefined> {
      const row = await database
        .selectFrom('drafts')
        .selectAll()
        .where('name', '=', name)
        .where('site', '=', site)
        .where('expires_at', '>', now.toISOString())
        .executeTakeFirst()
      if (row === undefined) return undefined
      const { box, version, sent_reference: sentReference } = row
      return { name, site, box, version, sentReference: sentReference ?? undefined }
    },

    /** Whether it was replaced: not when it has changed, was sent or is gone meanwhile. */
    replace: (draft: Pick<StoredDraft, 'name' | 'version' | 'box'>, now: Date) =>
      together(database, (transaction) =>
        change(transaction, draft, { box: draft.box, ...timesAfter(now, draftLifetime) }),
      ),

    /**
     * Puts the receipt where the answers of a draft were, once: whether this call did it. Belongs into the
     * transaction that stores the report.
     */
    async markSent(
      draft: Pick<StoredDraft, 'name' | 'version' | 'box'>,
      reference: string,
      now: Date,
    ): Promise<boolean> {
      const { box } = draft
      const times = timesAfter(now, receiptLifetime)
      return change(database, draft, { box, sent_reference: reference, ...times })
    },

    async remove(site: string, name: DraftName): Promise<void> {
      await database
        .deleteFrom('drafts')
        .where('name', '=', name)
        .where('site', '=', site)
        .execute()
    },

    /** Destroys every draft whose time is over; returns how many. */
    async expire(now: Date): Promise<number> {
      const { numDeletedRows } = await database
        .deleteFrom('drafts')
        .where('expires_at', '<=', now.toISOString())
        .executeTakeFirstOrThrow()
      return Number(numDeletedRows)
    },
  }
}

async function insert(
  database: Database,
  draft: Pick<StoredDraft, 'name' | 'site' | 'box'>,
  now: Date,
): Promise<void> {
  const times = timesAfter(now, draftLifetime)
  const row = { ...draft, ...times, version: 1, sent_reference: null }
  await database.insertInto('drafts').values(row).execute()
}

interface Change {
  readonly box: string
  readonly updated_hour: string
  readonly expires_at: string
  readonly sent_reference?: string
}

async function change(
  database: Database,
  { name, version }: Pick<StoredDraft, 'name' | 'version'>,
  columns: Change,
): Promise<boolean> {
  const { numUpdatedRows } = await database
    .updateTable('drafts')
    .set({ ...columns, version: version + 1 })
    .where('name', '=', name)
    .where('version', '=', version)
    .where('sent_reference', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

const quarter = 15 * 60_000

// To the next quarter of an hour: an exact end would tell the exact moment of the last answer.
function timesAfter(now: Date, lifetime: number): { updated_hour: string; expires_at: string } {
  const end = Math.ceil((now.getTime() + lifetime) / quarter) * quarter
  return { updated_hour: hourOf(now), expires_at: new Date(end).toISOString() }
}
