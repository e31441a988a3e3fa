/** Where a reporter wants to hear that there is a message, and what they will read there. */
import { createHmac } from 'node:crypto'
import { type BoxKey, closeBox, openBox } from '../sealing/box.ts'

export type NoticeWay = 'email' | 'text'

export interface NoticeAddress {
  readonly way: NoticeWay
  /** `sam@example.org`; for a text the number in digits, with its country and without a plus: `447700900123`. */
  readonly address: string
}

/** A whole notice, as it was agreed: what a site says later changes nothing of it. */
export interface Notice extends NoticeAddress {
  /** Who it seems to be from. */
  readonly sender: string
  readonly subject: string
  readonly text: string
}

/** What somebody typed; `undefined` where it cannot be such an address. */
export function readNoticeAddress(way: NoticeWay, typed: string): NoticeAddress | undefined {
  const address = way === 'email' ? readEmail(typed.trim()) : readNumber(typed)
  return address === undefined ? undefined : { way, address }
}

/** In a box under a key of the server: it has to write there by itself, so it has to be able to open it. */
export function closeNotice(notice: Notice, secretKey: Buffer): string {
  // To one length, so that it does not tell how long an address is.
  return closeBox(JSON.stringify(notice).padEnd(1_024), noticeKey(secretKey))
}

/** `undefined` where the box is damaged, or was closed under another secret key. */
export function openNotice(box: string, secretKey: Buffer): Notice | undefined {
  const text = openBox(box, noticeKey(secretKey))
  return text === undefined ? undefined : (JSON.parse(text) as Notice)
}

function noticeKey(secretKey: Buffer): BoxKey {
  return createHmac('sha256', secretKey).update('signpost notice v1').digest('base64url') as BoxKey
}

// Whether it is there only a letter can tell; here it must not be able to change the letter's head.
function readEmail(typed: string): string | undefined {
  const parts = /^[^\s@<>()[\],;:"\\\p{Cc}]{1,64}@[\p{L}\p{N}.-]{1,180}\.[\p{L}\p{N}-]{2,60}$/u
  return parts.test(typed) ? typed : undefined
}

// Numbers that begin with one 0 are of this country.
function readNumber(typed: string): string | undefined {
  const plain = typed.replace(/[\s().-]/g, '')
  const [, digits] = /^(?:\+|00)?(\d+)$/.exec(plain) ?? []
  if (digits === undefined) return undefined
  const whole = /^0[1-9]/.test(plain) ? `44${digits.slice(1)}` : digits
  return /^[1-9]\d{9,14}$/.test(whole) ? whole : undefined
}
