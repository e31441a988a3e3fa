import { base64urlnopad } from '@scure/base'
import { type Stretch, standardStretch } from '../sealing/passphrase.ts'

/** How a new passphrase is stretched: the standard work, and 16 bytes of salt of its own. */
export function newStretch(): Stretch {
  const salt = base64urlnopad.encode(crypto.getRandomValues(new Uint8Array(16)))
  return { salt, ...standardStretch }
}
