import { xchacha20poly1305 } from '@noble/ciphers/chacha.js'
import { randomBytes } from '@noble/ciphers/utils.js'
import { base64urlnopad } from '@scure/base'

/** A 32-byte key, base64url without padding: 43 characters. */
export type BoxKey = string & { readonly __brand: 'BoxKey' }

const keyBytes = 32
const nonceBytes = 24

export function newBoxKey(): BoxKey {
  return base64urlnopad.encode(randomBytes(keyBytes)) as BoxKey
}

/** A key as it came back from a cookie; anything else is `undefined`. */
export function parseBoxKey(text: string | undefined): BoxKey | undefined {
  return text !== undefined && /^[\w-]{43}$/.test(text) && decode(text)?.length === keyBytes
    ? (text as BoxKey)
    : undefined
}

/**
 * Puts text away under a key that one side alone holds and soon forgets: an unfinished draft, an
 * officer's key for one session. XChaCha20-Poly1305, random nonce, base64url. What must outlive
 * the session is sealed with age instead.
 */
export function closeBox(text: string, key: BoxKey): string {
  const nonce = randomBytes(nonceBytes)
  const box = xchacha20poly1305(base64urlnopad.decode(key), nonce).encrypt(
    new TextEncoder().encode(text),
  )
  const whole = new Uint8Array(nonceBytes + box.length)
  whole.set(nonce)
  whole.set(box, nonceBytes)
  return base64urlnopad.encode(whole)
}

/** The text of a box, or `undefined` where the key is another or the box is damaged. */
export function openBox(box: string, key: BoxKey): string | undefined {
  const whole = decode(box)
  if (whole === undefined || whole.length < nonceBytes) return undefined
  const cipher = xchacha20poly1305(base64urlnopad.decode(key), whole.subarray(0, nonceBytes))
  try {
    return new TextDecoder().decode(cipher.decrypt(whole.subarray(nonceBytes)))
  } catch {
    return undefined
  }
}

function decode(text: string): Uint8Array | undefined {
  try {
    return base64urlnopad.decode(text)
  } catch {
    return undefined
  }
}
