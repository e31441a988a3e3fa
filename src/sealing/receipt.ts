import { hkdf } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { base64urlnopad } from '@scure/base'
import { newBoxKey } from './box.ts'
import { type Identity, identityFromSeed } from './identity.ts'

/**
 * The reporter's secret: 21 characters of 5 bits each (105 bits) and 3 of checksum, in six groups
 * of four: `7KQ2-M0XR-…`. Digits and capitals without I, L, O and U, so that it reads the same in
 * every language.
 */
export type Receipt = string & { readonly __brand: 'Receipt' }

export type ReadReceipt =
  | { readonly outcome: 'receipt'; readonly receipt: Receipt }
  | { readonly outcome: 'mistyped' }

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const secretLength = 21
const checksumLength = 3
const salt = text('signpost receipt v1')

/** A receipt that follows from nothing. */
export function newReceipt(): Receipt {
  return receiptFromSeed(newBoxKey())
}

/** The receipt that belongs to a secret seed: the same seed gives the same receipt again. */
export function receiptFromSeed(seed: string): Receipt {
  const secret = letters(derive(seed, 'receipt', secretLength))
  return group(secret + checksum(secret))
}

/**
 * Reads a receipt as people type it: any case, spaces or dashes anywhere or nowhere, O for 0, I and
 * L for 1, U for V. A slip of the finger is told apart from a receipt that we do not know.
 */
export function readReceipt(typed: string): ReadReceipt {
  const plain = plainly(typed)
  const secret = plain.slice(0, secretLength)
  const whole = plain.length === secretLength + checksumLength
  return whole && plain.slice(secretLength) === checksum(secret)
    ? { outcome: 'receipt', receipt: group(plain) }
    : { outcome: 'mistyped' }
}

/** Whether somebody has their receipt before them: they type its last group, or all of it. */
export function isLastGroup(typed: string, receipt: Receipt): boolean {
  const plain = plainly(typed)
  const whole = plainly(receipt)
  return plain === whole || plain === whole.slice(-4)
}

/** How many letters and numbers somebody typed, and how many a receipt has. */
export function lengthOf(typed: string): { readonly typed: number; readonly whole: number } {
  return { typed: plainly(typed).length, whole: secretLength + checksumLength }
}

/** The identity that opens what is sealed to the reporter. */
export function mailboxIdentity(receipt: Receipt): Identity {
  return identityFromSeed(derive(receipt, 'mailbox identity', 32))
}

/** What the mailbox is looked up by. Tells nothing about the identity; kept only as a keyed hash. */
export function mailboxName(receipt: Receipt): string {
  return base64urlnopad.encode(derive(receipt, 'mailbox name', 32))
}

function plainly(typed: string): string {
  return typed
    .toUpperCase()
    .replace(/[\s\u00ad\u2010-\u2015_.-]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
    .replace(/U/g, 'V')
}

function group(plain: string): Receipt {
  return (plain.match(/.{4}/g) ?? []).join('-') as Receipt
}

function checksum(secret: string): string {
  return letters(sha256(text(`signpost receipt checksum ${secret}`)).subarray(0, checksumLength))
}

function letters(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => alphabet[byte & 31]).join('')
}

function derive(secret: string, purpose: string, length: number): Uint8Array {
  return hkdf(sha256, text(secret), salt, text(purpose), length)
}

function text(value: string): Uint8Array {
  return new TextEncoder().encode(value)
}
