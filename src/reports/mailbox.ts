import { createHmac } from 'node:crypto'
import { mailboxName, type Receipt } from '../sealing/receipt.ts'

/** What the database keeps of a mailbox name. Without the secret key nobody can test a receipt against it. */
export function mailboxHash(receipt: Receipt, secretKey: Buffer): string {
  return createHmac('sha256', secretKey).update(mailboxName(receipt)).digest('base64url')
}
