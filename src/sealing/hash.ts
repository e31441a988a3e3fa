import { sha256 } from '@noble/hashes/sha2.js'
import { base64urlnopad } from '@scure/base'

/** SHA-256: 32 bytes. */
export function hashOf(bytes: Uint8Array): Uint8Array {
  return sha256(bytes)
}

/** SHA-256 of texts in their order, base64url: 43 characters. Where one ends and the next begins counts too. */
export function digestOf(...texts: readonly string[]): string {
  return base64urlnopad.encode(sha256(new TextEncoder().encode(JSON.stringify(texts))))
}
