import type { Database } from '../database/database.ts'
import type { BoxKey } from '../sealing/box.ts'
import type { OfficerId } from './officer.ts'
import { officerOf } from './officer-store.ts'
import type { SecretHash } from './secret.ts'
import { idleLimit, isWorthSeeing, type LiveSession, type Session } from './session.ts'

export type SessionStore = ReturnType<typeof sessionStore>

export function sessionStore(database: Database) {
  return {
    async add(session: Session): Promise<void> {
      await database
        .insertInto('officer_sessions')
        .values({
          secret_hash: session.secretHash,
          officer: session.officer,
          unlock_key: session.unlockKey,
          created_at: session.createdAt,
          seen_at: session.seenAt,
          expires_at: session.expiresAt,
        })
        .execute()
    },

    /** A live session at this desk, of somebody who has not left; being found keeps it alive. */
    async find(desk: string, secretHash: SecretHash, now: Date): Promise<LiveSession | undefined> {
      const row = await live(database, now)
        .where('officers.desk', '=', desk)
        .where('secret_hash', '=', secretHash)
        .executeTakeFirst()
      if (row === undefined) return undefined
      const session = liveSessionOf(row)
      if (isWorthSeeing(session, now)) await see(database, secretHash, now)
      return session
    },

    async remove(secretHash: SecretHash): Promise<void> {
      await database.deleteFrom('officer_sessions').where('secret_hash', '=', secretHash).execute()
    },

    /** Sweeps out what is over, and the unlock keys with it. */
    async removeDead(now: Date): Promise<void> {
      await database
        .deleteFrom('officer_sessions')
        .where((is) =>
          is.or([is('expires_at', '<=', now.toISOString()), is('seen_at', '<=', idleSince(now))]),
        )
        .execute()
    },
  }
}

function live(database: Database, now: Date) {
  return database
    .selectFrom('officer_sessions')
    .innerJoin('officers', 'officers.id', 'officer_sessions.officer')
    .selectAll('officers')
    .select(['secret_hash', 'unlock_key', 'created_at', 'seen_at', 'expires_at'])
    .where('officers.left_at', 'is', null)
    .where('expires_at', '>', now.toISOString())
    .where('seen_at', '>', idleSince(now))
}

type LiveRow = Awaited<ReturnType<ReturnType<typeof live>['executeTakeFirstOrThrow']>>

function liveSessionOf(row: LiveRow): LiveSession {
  return {
    secretHash: row.secret_hash as SecretHash,
    officer: row.id as OfficerId,
    unlockKey: row.unlock_key as BoxKey,
    createdAt: row.created_at,
    seenAt: row.seen_at,
    expiresAt: row.expires_at,
    who: officerOf(row),
  }
}

async function see(database: Database, secretHash: SecretHash, now: Date): Promise<void> {
  await database
    .updateTable('officer_sessions')
    .set({ seen_at: now.toISOString() })
    .where('secret_hash', '=', secretHash)
    .execute()
}

function idleSince(now: Date): string {
  return new Date(now.getTime() - idleLimit).toISOString()
}
