import type { Database } from '../database/database.ts'
import type { OfficerRow } from '../database/schema.ts'
import type { Recipient } from '../sealing/identity.ts'
import type { Stretch } from '../sealing/passphrase.ts'
import type { Sealed } from '../sealing/seal.ts'
import {
  type Officer,
  type OfficerId,
  type Role,
  type SignInName,
  signInNameOf,
} from './officer.ts'

/** What sign-in compares with and hands out. */
export interface Lock {
  readonly stretch: Stretch
  /** SHA-256 of the proof, in hex. */
  readonly proofHash: string
  /** The officer’s identity, sealed to what the passphrase gives. */
  readonly sealedIdentity: Sealed
}

export type OfficerStore = ReturnType<typeof officerStore>

/** Those who left stay as rows, so that what they did keeps its name; nothing here finds them. */
export function officerStore(database: Database) {
  return {
    /** `false` when the desk has an officer of that name already. */
    async add(officer: Officer, lock: Lock): Promise<boolean> {
      const result = await database
        .insertInto('officers')
        .values(rowOf(officer, lock))
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst()
      return result.numInsertedOrUpdatedRows === 1n
    },

    async find(desk: string, id: string): Promise<Officer | undefined> {
      const row = await present(database, desk).where('id', '=', id).executeTakeFirst()
      return row && officerOf(row)
    },

    async findToSignIn(
      desk: string,
      name: SignInName,
    ): Promise<{ readonly officer: Officer; readonly lock: Lock } | undefined> {
      const row = await present(database, desk).where('sign_in_name', '=', name).executeTakeFirst()
      return row && { officer: officerOf(row), lock: lockOf(row) }
    },

    async list(desk: string): Promise<readonly Officer[]> {
      const rows = await present(database, desk).orderBy('sign_in_name').execute()
      return rows.map(officerOf)
    },

    async hasAdministrator(desk: string): Promise<boolean> {
      const row = await present(database, desk)
        .where('role', '=', 'administrator')
        .executeTakeFirst()
      return row !== undefined
    },

    /** The names of all who ever were at this desk, for the activity list. */
    async names(desk: string): Promise<ReadonlyMap<string, string>> {
      const rows = await database
        .selectFrom('officers')
        .select(['id', 'name'])
        .where('desk', '=', desk)
        .execute()
      return new Map(rows.map((row) => [row.id, row.name]))
    },
  }
}

function present(database: Database, desk: string) {
  return database
    .selectFrom('officers')
    .selectAll()
    .where('desk', '=', desk)
    .where('left_at', 'is', null)
}

function rowOf(officer: Officer, lock: Lock): OfficerRow {
  return {
    id: officer.id,
    desk: officer.desk,
    name: officer.name,
    sign_in_name: signInNameOf(officer.name),
    role: officer.role,
    recipient: officer.recipient,
    sealed_identity: lock.sealedIdentity,
    stretch: JSON.stringify(lock.stretch),
    proof_hash: lock.proofHash,
    enrolled_at: officer.enrolledAt,
    left_at: null,
  }
}

/** For this room’s other stores, which join officers. */
export function officerOf(
  row: Omit<OfficerRow, 'sealed_identity' | 'stretch' | 'proof_hash'>,
): Officer {
  return {
    id: row.id as OfficerId,
    desk: row.desk,
    name: row.name,
    role: row.role as Role,
    recipient: row.recipient as Recipient,
    enrolledAt: row.enrolled_at,
  }
}

function lockOf(row: OfficerRow): Lock {
  return {
    stretch: JSON.parse(row.stretch) as Stretch,
    proofHash: row.proof_hash,
    sealedIdentity: row.sealed_identity as Sealed,
  }
}
