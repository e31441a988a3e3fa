import { createHash } from 'node:crypto'
import { type BoxKey, closeBox, openBox } from '../sealing/box.ts'
import { type Receipt, readReceipt } from '../sealing/receipt.ts'

/** What the database calls a visit. It follows from the cookie's key, and tells nothing of it. */
export type VisitName = string & { readonly __brand: 'VisitName' }

/** How long after the last page a visit is destroyed, in milliseconds. Pages promise this. */
export const visitLifetime = 30 * 60_000

export function visitName(key: BoxKey): VisitName {
  return createHash('sha256').update(`signpost mailbox visit v1 ${key}`).digest('hex') as VisitName
}

/** The receipt under the key that only the reporter's cookie holds. */
export function closeVisit(receipt: Receipt, key: BoxKey): string {
  return closeBox(receipt, key)
}

/** The receipt, or `undefined` where the box is damaged or under another key. */
export function openVisit(box: string, key: BoxKey): Receipt | undefined {
  const read = readReceipt(openBox(box, key) ?? '')
  return read.outcome === 'receipt' ? read.receipt : undefined
}
