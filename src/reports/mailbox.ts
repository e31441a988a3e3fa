import { createHmac } from 'node:crypto'
import { mailboxName, type Receipt } from '../sealing/receipt.ts'

/** What the database keeps of a mailbox name. Without the secret key nobody can test a receipt against it. */
export function mailboxHash(receipt: Receipt, secretKey: Buffer): string {
  return hashOfMailboxName(mailboxName(receipt), secretKey)
}

/** The same for a name that a browser derived itself: the receipt stayed there. */
export function hashOfMailboxName(name: string, secretKey: Buffer): string {
  return createHmac('sha256', secretKey).update(name).digest('base64url')
}
