import { createHash } from 'node:crypto'
import type { BoxKey } from '../sealing/box.ts'
import { pad } from '../sealing/pad.ts'
import { type Receipt, readReceipt } from '../sealing/receipt.ts'
import { closeServerBox, openServerBox } from '../sealing/server-box.ts'
import type { Answers } from './question.ts'

/** What the database calls a draft. It follows from the key, and tells nothing of it. */
export type DraftName = string & { readonly __brand: 'DraftName' }

/** An unfinished report, as the database keeps it. */
export interface StoredDraft {
  readonly name: DraftName
  readonly site: string
  /** The answers; once it was sent, the receipt. Under the reporter’s key either way. */
  readonly box: string
  readonly version: number
  /** Set when it was sent: the name of what it became. */
  readonly sentReference: string | undefined
}

const minute = 60_000

/** How long after the last answer a draft is destroyed, in milliseconds. Pages promise this. */
export const draftLifetime = 120 * minute

/** How long after sending the receipt can be shown again, in milliseconds. Pages promise this. */
export const receiptLifetime = 15 * minute

export function draftName(key: BoxKey): DraftName {
  return createHash('sha256').update(`signpost draft name v1 ${key}`).digest('hex') as DraftName
}

/** Answers under the reporter's key, padded so that their length tells little. */
export function closeDraft(answers: Answers, key: BoxKey): string {
  return closeServerBox(pad(JSON.stringify(answers)), key)
}

/** The answers, or `undefined` when the box is damaged or under another key. */
export function openDraft(box: string, key: BoxKey): Answers | undefined {
  const text = openServerBox(box, key)
  return text === undefined ? undefined : (JSON.parse(text) as Answers)
}

/** The receipt, for as long as it can be shown: whoever later finds the key alone learns nothing. */
export function closeReceipt(receipt: Receipt, key: BoxKey): string {
  return closeServerBox(receipt, key)
}

/** @throws RangeError when the box of a sent draft is damaged: saying nothing would lose the receipt */
export function openReceipt(box: string, key: BoxKey): Receipt {
  const read = readReceipt(openServerBox(box, key) ?? '')
  if (read.outcome === 'mistyped') throw new RangeError('a sent draft does not open')
  return read.receipt
}
