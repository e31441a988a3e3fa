import { setImmediate as breath } from 'node:timers/promises'
import type { Database } from '../database/database.ts'
import type { DraftRow } from '../database/schema.ts'
import { together } from '../database/together.ts'
import { hourOf } from './calendar.ts'
import { type DraftName, draftLifetime, receiptLifetime, type StoredDraft } from './draft.ts'
import { room, rungOf, sentRung } from './draft-room.ts'

export type DraftStore = ReturnType<typeof draftStore>

/** Unfinished reports. What they say is boxed under keys that are not here. */
export function draftStore(database: Database) {
  // Says who came first, and not when. Begins anew with the process: that puts a few out of order.
  let turn = 0
  let roomMadeAt = 0
  return {
    /** @throws when a draft of this name is there already */
    create: (draft: Pick<StoredDraft, 'name' | 'site' | 'box'>, now: Date): Promise<void> => {
      turn += 1
      const times = { ...timesAfter(now, draftLifetime), turn }
      return together(database, (transaction) => insert(transaction, draft, times))
    },

    find: (site: string, name: DraftName, now: Date) => find(database, { site, name }, now),

    /** Whether it was replaced: not when it has changed, was sent or is gone meanwhile. */
    replace: (draft: Pick<StoredDraft, 'name' | 'version' | 'box'>, now: Date) => {
      turn += 1
      const rung = rungOf(draft.version + 1, draft.box)
      const columns = { box: draft.box, rung, turn, ...timesAfter(now, draftLifetime) }
      return together(database, (transaction) => change(transaction, draft, columns))
    },

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
      return change(database, draft, { box, rung: sentRung, sent_reference: reference, ...times })
    },

    async remove(site: string, name: DraftName): Promise<void> {
      await database
        .deleteFrom('drafts')
        .where('name', '=', name)
        .where('site', '=', site)
        .execute()
    },

    /** Destroys every draft whose time is over; returns how many. */
    expire: (now: Date): Promise<number> => expire(database, now),

    /**
     * Where a site has more drafts than room, destroys those that were left alone longest. Call it
     * every few seconds; it costs nothing while nobody writes.
     */
    async makeRoom(sites: readonly string[], most: readonly number[] = room): Promise<number> {
      if (roomMadeAt === turn) return 0
      roomMadeAt = turn
      let removed = 0
      for (const site of sites)
        for (const [rung, limit] of most.entries())
          removed += await trim(database, { site, rung }, limit)
      return removed
    },
  }
}

async function find(
  database: Database,
  { site, name }: Pick<StoredDraft, 'site' | 'name'>,
  now: Date,
): Promise<StoredDraft | undefined> {
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
}

async function expire(database: Database, now: Date): Promise<number> {
  const { numDeletedRows } = await database
    .deleteFrom('drafts')
    .where('expires_at', '<=', now.toISOString())
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}

interface Rung {
  readonly site: string
  readonly rung: number
}

/** So many at a time: deleting stops everybody else on SQLite. */
const batch = 500

async function trim(database: Database, rung: Rung, limit: number): Promise<number> {
  const { count } = await database
    .selectFrom('drafts')
    .select(({ fn }) => fn.countAll().as('count'))
    .where(({ and }) => and({ ...rung }))
    .executeTakeFirstOrThrow()
  const excess = Number(count) - limit
  for (let left = excess; left > 0; left -= batch) {
    await removeOldest(database, rung, Math.min(left, batch))
    await breath()
  }
  return Math.max(0, excess)
}

async function removeOldest(database: Database, rung: Rung, count: number): Promise<void> {
  const oldest = database
    .selectFrom('drafts')
    .select('name')
    .where(({ and }) => and({ ...rung }))
    .orderBy('expires_at')
    .orderBy('turn')
    .limit(count)
  await database.deleteFrom('drafts').where('name', 'in', oldest).execute()
}

async function insert(
  database: Database,
  draft: Pick<StoredDraft, 'name' | 'site' | 'box'>,
  times: Pick<DraftRow, 'updated_hour' | 'expires_at' | 'turn'>,
): Promise<void> {
  const rung = rungOf(1, draft.box)
  const row = { ...draft, ...times, rung, version: 1, sent_reference: null }
  await database.insertInto('drafts').values(row).execute()
}

interface Change {
  readonly box: string
  readonly rung: number
  readonly turn?: number
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
