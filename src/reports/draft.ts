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

/** What is left of a draft that was sent. */
export interface SentDraft {
  readonly receipt: Receipt
  /** The ids of the organizations that fit what was told. */
  readonly organizations: readonly string[]
}

/** For as long as the receipt can be shown: whoever later finds the key alone learns nothing. */
export function closeSent({ receipt, organizations }: SentDraft, key: BoxKey): string {
  return closeServerBox(pad(JSON.stringify({ receipt, organizations })), key)
}

/** @throws when the box of a sent draft is damaged: saying nothing would lose the receipt */
export function openSent(box: string, key: BoxKey): SentDraft {
  const text = openServerBox(box, key)
  if (text === undefined) throw new RangeError('a sent draft does not open')
  const sent = JSON.parse(text) as { readonly receipt: string; readonly organizations: string[] }
  const read = readReceipt(sent.receipt)
  if (read.outcome === 'mistyped') throw new RangeError('a sent draft holds no receipt')
  return { receipt: read.receipt, organizations: sent.organizations }
}
