import type { BoxKey } from '../sealing/box.ts'
import type { Officer, OfficerId } from './officer.ts'
import { hashOf, newSecret, type Secret, type SecretHash } from './secret.ts'

/** One officer in one browser, for a working day at most. */
export interface Session {
  readonly secretHash: SecretHash
  readonly officer: OfficerId
  /** Unlocks what the officer’s browser keeps for this session; useless without that. */
  readonly unlockKey: BoxKey
  readonly createdAt: string
  readonly seenAt: string
  readonly expiresAt: string
}

/** A session and whose it is. */
export interface LiveSession extends Session {
  readonly who: Officer
}

const minute = 60 * 1000
export const idleLimit = 30 * minute
const longest = 12 * 60 * minute

export function newSession(
  officer: OfficerId,
  unlockKey: BoxKey,
  now: Date,
): { readonly secret: Secret; readonly session: Session } {
  const secret = newSecret()
  const at = now.toISOString()
  const expiresAt = new Date(now.getTime() + longest).toISOString()
  return {
    secret,
    session: {
      secretHash: hashOf(secret),
      officer,
      unlockKey,
      createdAt: at,
      seenAt: at,
      expiresAt,
    },
  }
}

/** Whether the time last seen is worth writing again: a write for every page would be waste. */
export function isWorthSeeing(session: Session, now: Date): boolean {
  return now.getTime() - Date.parse(session.seenAt) >= minute
}
