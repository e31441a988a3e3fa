import type { Database } from '../database/database.ts'
import { parseRecipient } from '../sealing/identity.ts'
import type { DeskKey } from './desk-key.ts'

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
