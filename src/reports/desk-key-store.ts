import type { Database } from '../database/database.ts'
import { parseRecipient, type Recipient } from '../sealing/identity.ts'

/** The public half of the key that a desk reads with now. */
export interface DeskKey {
  readonly epoch: number
  readonly recipient: Recipient
}

export type DeskKeyStore = ReturnType<typeof deskKeyStore>

export function deskKeyStore(database: Database) {
  return {
    /** The newest key of a desk; `undefined` until its first officer has enrolled. */
    async find(desk: string): Promise<DeskKey | undefined> {
      const row = await database
        .selectFrom('desk_keys')
        .select(['epoch', 'recipient'])
        .where('desk', '=', desk)
        .orderBy('epoch', 'desc')
        .limit(1)
        .executeTakeFirst()
      return row && { epoch: row.epoch, recipient: parseRecipient(row.recipient) }
    },
  }
}
