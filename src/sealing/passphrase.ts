import { hkdf } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { base64urlnopad } from '@scure/base'
import { argon2id } from 'hash-wasm'
import { type Identity, identityFromSeed } from './identity.ts'

/** How much work one guess at a passphrase costs: Argon2id, memory in KiB. Kept beside the salt. */
export interface Stretch {
  readonly salt: string
  readonly memory: number
  readonly passes: number
}

/** What a passphrase gives: `identity` opens the officer's key and stays in the browser; `proof` is
 * shown to the server at sign-in and tells nothing about the identity. */
export interface PassphraseKeys {
  readonly identity: Identity
  readonly proof: string
}

/** RFC 9106's second recommendation with one lane: half a second in a browser. */
export const standardStretch = { memory: 64 * 1024, passes: 3 } as const

/** How a new passphrase is stretched: the standard work, and 16 bytes of salt of its own. */
export function newStretch(): Stretch {
  const salt = base64urlnopad.encode(crypto.getRandomValues(new Uint8Array(16)))
  return { salt, ...standardStretch }
}

/** @throws RangeError when the stretch would be weaker than the standard: a server must not be able to ask for a cheap one */
export async function passphraseKeys(
  passphrase: string,
  stretch: Stretch,
): Promise<PassphraseKeys> {
  if (stretch.memory < standardStretch.memory || stretch.passes < standardStretch.passes)
    throw new RangeError('the stretch of a passphrase is too weak')
  const root = await argon2id({
    password: tidyPassphrase(passphrase),
    salt: base64urlnopad.decode(stretch.salt),
    memorySize: stretch.memory,
    iterations: stretch.passes,
    parallelism: 1,
    hashLength: 32,
    outputType: 'binary',
  })
  return {
    identity: identityFromSeed(derive(root, 'identity')),
    proof: base64urlnopad.encode(derive(root, 'proof')),
  }
}

/** A passphrase as it is stretched: what fingers and telephones do to spaces must not shut anybody out. */
export function tidyPassphrase(typed: string): string {
  return typed.normalize('NFKC').trim().replace(/\s+/gu, ' ')
}

function derive(root: Uint8Array, purpose: string): Uint8Array {
  const encoder = new TextEncoder()
  const salt = encoder.encode('signpost passphrase v1')
  return hkdf(sha256, root, salt, encoder.encode(purpose), 32)
}
