import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { BoxKey } from './box.ts'

const cipher = 'chacha20-poly1305'
const nonceBytes = 12
const tagBytes = 16

/**
 * Puts text away on the server under a key that one cookie or one row holds: what `closeBox` is for
 * the browser, ten times as fast, because it happens at every question. ChaCha20-Poly1305 (RFC 8439),
 * base64url. The random nonce is short, so a key is for one row and never for a thousand boxes.
 */
export function closeServerBox(text: string, key: BoxKey): string {
  const nonce = randomBytes(nonceBytes)
  const sealer = createCipheriv(cipher, bytesOf(key), nonce, { authTagLength: tagBytes })
  const body = sealer.update(text, 'utf8')
  return Buffer.concat([nonce, body, sealer.final(), sealer.getAuthTag()]).toString('base64url')
}

/** The text of a box, or `undefined` where the key is another or the box is damaged. */
export function openServerBox(box: string, key: BoxKey): string | undefined {
  const whole = Buffer.from(box, 'base64url')
  if (whole.length < nonceBytes + tagBytes) return undefined
  const nonce = whole.subarray(0, nonceBytes)
  const opener = createDecipheriv(cipher, bytesOf(key), nonce, { authTagLength: tagBytes })
  opener.setAuthTag(whole.subarray(-tagBytes))
  try {
    const text = opener.update(whole.subarray(nonceBytes, -tagBytes))
    return Buffer.concat([text, opener.final()]).toString('utf8')
  } catch {
    return undefined
  }
}

function bytesOf(key: BoxKey): Buffer {
  return Buffer.from(key, 'base64url')
}
