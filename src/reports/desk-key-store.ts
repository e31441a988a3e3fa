import type { Database } from '../database/database.ts'
import { parseRecipient, type Recipient } from '../sealing/identity.ts'
import type { DeskKey } from './desk-key.ts'

export function deskKeyStore(database: Database) {
  // Reading a recipient takes longer than fetching it, and it is the same one for months.
  let newest: { readonly text: string; readonly recipient: Recipient } | undefined
  const open = new Set<string>()
  const parsed = (text: string): Recipient => {
    if (newest?.text !== text) newest = { text, recipient: parseRecipient(text) }
    return newest.recipient
  }
  return {
    /** Whether a desk has a key. One that has is not asked about again: keys change, and never end. */
    async isOpen(desk: string): Promise<boolean> {
      if (open.has(desk)) return true
      const row = await database
        .selectFrom('desk_keys')
        .select('epoch')
        .where('desk', '=', desk)
        .limit(1)
        .executeTakeFirst()
      if (row !== undefined) open.add(desk)
      return row !== undefined
    },

    /** The newest key of a desk; `undefined` until its first officer has enrolled. */
    async find(desk: string): Promise<DeskKey | undefined> {
      const row = await database
        .selectFrom('desk_keys')
        .select(['epoch', 'recipient'])
        .where('desk', '=', desk)
        .orderBy('epoch', 'desc')
        .limit(1)
        .executeTakeFirst()
      return row && { epoch: row.epoch, recipient: parsed(row.recipient) }
    },
  }
}
