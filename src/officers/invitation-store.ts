import type { Database } from '../database/database.ts'
import type { InvitationRow } from '../database/schema.ts'
import type { Invitation } from './invitation.ts'
import type { Role } from './officer.ts'
import type { SecretHash } from './secret.ts'

export type InvitationStore = ReturnType<typeof invitationStore>

export function invitationStore(database: Database) {
  return {
    async add(invitation: Invitation): Promise<void> {
      await database.insertInto('invitations').values(rowOf(invitation)).execute()
    },

    /** An invitation to this desk that is neither used nor expired. */
    async findLive(
      desk: string,
      secretHash: SecretHash,
      now: Date,
    ): Promise<Invitation | undefined> {
      const row = await live(database, desk, now)
        .where('secret_hash', '=', secretHash)
        .executeTakeFirst()
      return row && invitationOf(row)
    },

    /** The soonest to expire first. */
    async listLive(desk: string, now: Date): Promise<readonly Invitation[]> {
      const rows = await live(database, desk, now).orderBy('expires_at').execute()
      return rows.map(invitationOf)
    },

    /** Of all who come with one link, exactly one gets `true`. */
    async use(desk: string, secretHash: SecretHash, now: Date): Promise<boolean> {
      const result = await database
        .updateTable('invitations')
        .set({ used_at: now.toISOString() })
        .where('secret_hash', '=', secretHash)
        .where('desk', '=', desk)
        .where('used_at', 'is', null)
        .where('expires_at', '>', now.toISOString())
        .executeTakeFirst()
      return result.numUpdatedRows === 1n
    },

    /** Takes back every unused link for the first administrator of a desk. */
    async removeFirst(desk: string): Promise<void> {
      await database
        .deleteFrom('invitations')
        .where('desk', '=', desk)
        .where('name', '=', '')
        .where('used_at', 'is', null)
        .execute()
    },

    /** Takes back every unused link for the first administrator of a desk, and puts this one instead. */
    async replaceFirst(invitation: Invitation): Promise<void> {
      await database.transaction().execute(async (transaction) => {
        await invitationStore(transaction).removeFirst(invitation.desk)
        await invitationStore(transaction).add(invitation)
      })
    },
  }
}

function live(database: Database, desk: string, now: Date) {
  return database
    .selectFrom('invitations')
    .selectAll()
    .where('desk', '=', desk)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now.toISOString())
}

function rowOf(invitation: Invitation): InvitationRow {
  return {
    secret_hash: invitation.secretHash,
    desk: invitation.desk,
    name: invitation.name,
    role: invitation.role,
    created_at: invitation.createdAt,
    expires_at: invitation.expiresAt,
    used_at: null,
  }
}

function invitationOf(row: InvitationRow): Invitation {
  return {
    secretHash: row.secret_hash as SecretHash,
    desk: row.desk,
    name: row.name,
    role: row.role as Role,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
  }
}
