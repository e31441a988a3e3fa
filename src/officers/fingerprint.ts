import { sha256 } from '@noble/hashes/sha2.js'
import type { Recipient } from '../sealing/identity.ts'

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * 80 bits of a recipient’s hash, for two officers to compare by telephone before one seals the desk
 * key to the other: `7KQ2 M0XR 4D9T B1CZ`. Letters and digits that cannot be mistaken.
 */
export function fingerprintOf(recipient: Recipient): string {
  const hash = sha256(new TextEncoder().encode(`signpost fingerprint ${recipient}`))
  const letters = Array.from(hash.subarray(0, 16), (byte) => alphabet[byte & 31]).join('')
  return (letters.match(/.{4}/g) ?? []).join(' ')
}
