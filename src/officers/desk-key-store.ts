import type { Database } from '../database/database.ts'
import type { Recipient } from '../sealing/identity.ts'
import type { Sealed } from '../sealing/seal.ts'
import type { DeskKey, DeskKeyGrant, NewDeskKey } from './desk-key.ts'
import type { Officer, OfficerId } from './officer.ts'

export type DeskKeyStore = ReturnType<typeof deskKeyStore>

export function deskKeyStore(database: Database) {
  return {
    /** The key in force: what new reports are sealed to. */
    async find(desk: string): Promise<DeskKey | undefined> {
      const row = await database
        .selectFrom('desk_keys')
        .select(['desk', 'epoch', 'recipient'])
        .where('desk', '=', desk)
        .orderBy('epoch', 'desc')
        .executeTakeFirst()
      return row && { ...row, recipient: row.recipient as Recipient }
    },

    /** The first key of a desk and its maker’s grant; `false` when the desk has one already. */
    addFirst: (maker: Officer, key: NewDeskKey, now: Date) => addFirst(database, maker, key, now),

    /** `false` when the officer had that epoch’s key already: a grant is never written over. */
    grant: (given: NewGrant) => grant(database, given),

    async findGrant(
      desk: string,
      officer: OfficerId,
      epoch: number,
    ): Promise<DeskKeyGrant | undefined> {
      const row = await grantsOf(database, desk, officer)
        .where('desk_key_grants.epoch', '=', epoch)
        .executeTakeFirst()
      return row && grantOf(row)
    },

    /** Every epoch’s key that the officer was given, oldest first. */
    async listGrants(desk: string, officer: OfficerId): Promise<readonly DeskKeyGrant[]> {
      const rows = await grantsOf(database, desk, officer).execute()
      return rows.map(grantOf)
    },

    /** The officers who have the key of an epoch. */
    async holders(desk: string, epoch: number): Promise<ReadonlySet<string>> {
      const rows = await database
        .selectFrom('desk_key_grants')
        .select('officer')
        .where('desk', '=', desk)
        .where('epoch', '=', epoch)
        .execute()
      return new Set(rows.map((row) => row.officer))
    },
  }
}

export interface NewGrant {
  readonly officer: Officer
  readonly by: Officer
  readonly epoch: number
  readonly sealed: Sealed
  readonly now: Date
}

async function addFirst(
  database: Database,
  maker: Officer,
  key: NewDeskKey,
  now: Date,
): Promise<boolean> {
  const result = await database
    .insertInto('desk_keys')
    .values({
      desk: maker.desk,
      epoch: 1,
      recipient: key.recipient,
      created_at: now.toISOString(),
      created_by: maker.id,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (result.numInsertedOrUpdatedRows !== 1n) return false
  return grant(database, { officer: maker, by: maker, epoch: 1, sealed: key.sealed, now })
}

async function grant(database: Database, given: NewGrant): Promise<boolean> {
  const { officer, by, epoch, sealed, now } = given
  const result = await database
    .insertInto('desk_key_grants')
    .values({
      desk: officer.desk,
      epoch,
      officer: officer.id,
      sealed,
      granted_by: by.id,
      granted_at: now.toISOString(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

function grantsOf(database: Database, desk: string, officer: OfficerId) {
  return database
    .selectFrom('desk_key_grants')
    .innerJoin('desk_keys', (join) =>
      join
        .onRef('desk_keys.desk', '=', 'desk_key_grants.desk')
        .onRef('desk_keys.epoch', '=', 'desk_key_grants.epoch'),
    )
    .select(['desk_key_grants.epoch', 'desk_key_grants.sealed', 'desk_keys.recipient'])
    .where('desk_key_grants.desk', '=', desk)
    .where('desk_key_grants.officer', '=', officer)
    .orderBy('desk_key_grants.epoch')
}

function grantOf(row: { epoch: number; sealed: string; recipient: string }): DeskKeyGrant {
  return { epoch: row.epoch, recipient: row.recipient as Recipient, sealed: row.sealed as Sealed }
}
