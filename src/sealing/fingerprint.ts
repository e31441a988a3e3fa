import { sha256 } from '@noble/hashes/sha2.js'
import type { Recipient } from './identity.ts'

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * 80 bits of a recipient’s hash, for two people to compare by telephone before one seals something
 * to the other: `7KQ2 M0XR 4D9T B1CZ`. Letters and digits that cannot be mistaken.
 */
export function fingerprintOf(recipient: Recipient): string {
  const hash = sha256(new TextEncoder().encode(`signpost fingerprint ${recipient}`))
  const letters = Array.from(hash.subarray(0, 16), (byte) => alphabet[byte & 31]).join('')
  return (letters.match(/.{4}/g) ?? []).join(' ')
}
