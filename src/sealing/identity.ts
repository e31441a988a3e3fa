import { bech32 } from '@scure/base'
import { generateHybridIdentity, identityToRecipient } from 'age-encryption'

/** A secret that opens: an age hybrid identity, `AGE-SECRET-KEY-PQ-1…`, 77 characters. */
export type Identity = string & { readonly __brand: 'Identity' }

/** Whom a seal is for: an age hybrid recipient, `age1pq1…`, 1,959 characters. Public. */
export type Recipient = string & { readonly __brand: 'Recipient' }

export async function newIdentity(): Promise<Identity> {
  return (await generateHybridIdentity()) as Identity
}

export async function recipientOf(identity: Identity): Promise<Recipient> {
  return (await identityToRecipient(identity)) as Recipient
}

/** The identity whose whole secret is a 32-byte seed, so that whoever can derive the seed can open. */
export function identityFromSeed(seed: Uint8Array): Identity {
  if (seed.length !== 32) throw new RangeError('the seed of an identity is 32 bytes')
  return bech32.encodeFromBytes('AGE-SECRET-KEY-PQ-', seed).toUpperCase() as Identity
}

/**
 * Reads a recipient. Only post-quantum hybrid ones are taken: age refuses files that mix them with
 * classic ones, and our library would mix them without complaint.
 *
 * @throws RangeError when the text is anything else
 */
export function parseRecipient(text: string): Recipient {
  if (!isKey(text, 'age1pq', 1216)) throw new RangeError('not a hybrid age recipient')
  return text as Recipient
}

/** @throws RangeError when the text is not a hybrid age identity */
export function parseIdentity(text: string): Identity {
  if (text !== text.toUpperCase() || !isKey(text.toLowerCase(), 'age-secret-key-pq-', 32))
    throw new RangeError('not a hybrid age identity')
  return text as Identity
}

function isKey(text: string, prefix: string, length: number): boolean {
  if (!text.startsWith(`${prefix}1`)) return false
  try {
    const key = bech32.decode(text as `${string}1${string}`, false)
    return key.prefix === prefix && bech32.fromWords(key.words).length === length
  } catch {
    return false
  }
}
