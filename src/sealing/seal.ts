import { armor, Decrypter, Encrypter } from 'age-encryption'
import type { Identity, Recipient } from './identity.ts'

/** An armoured age v1 file, as the standard `age` command reads it. */
export type Sealed = string & { readonly __brand: 'Sealed' }

/** At least one: age itself would seal to nobody without complaint, and nobody could ever open it. */
export type Recipients = readonly [Recipient, ...Recipient[]]

export type Opened =
  | { readonly outcome: 'opened'; readonly text: string }
  | { readonly outcome: 'missing-key' }
  | { readonly outcome: 'wrong-key' }
  | { readonly outcome: 'damaged' }

/** Seals text. Its length shows in the seal byte for byte: pad first whatever could tell. */
export async function seal(text: string, recipients: Recipients): Promise<Sealed> {
  const encrypter = new Encrypter()
  for (const recipient of recipients) encrypter.addRecipient(recipient)
  return armor.encode(await encrypter.encrypt(text)) as Sealed
}

/** Opens a seal. No key, another's key and a damaged seal are three outcomes, never an error. */
export async function open(sealed: string, identity: Identity | undefined): Promise<Opened> {
  if (identity === undefined) return { outcome: 'missing-key' }
  const decrypter = new Decrypter()
  decrypter.addIdentity(identity)
  try {
    return { outcome: 'opened', text: await decrypter.decrypt(armor.decode(sealed), 'text') }
  } catch (error) {
    return { outcome: isForSomebodyElse(error) ? 'wrong-key' : 'damaged' }
  }
}

/** The library tells a wrong key from damage by message only; a test holds it to this one. */
export function isForSomebodyElse(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('no identity matched')
}
