import type { DeskKeyGrant } from '../../officers/desk-key.ts'
import { type Identity, parseIdentity, recipientOf } from '../../sealing/identity.ts'
import { open } from '../../sealing/seal.ts'

export type OpenedDeskKey =
  | { readonly outcome: 'opened'; readonly identity: Identity }
  /** This browser does not have the officer’s key. */
  | { readonly outcome: 'locked' }
  /** The officer was never given the desk key. */
  | { readonly outcome: 'missing-key' }
  | { readonly outcome: 'wrong-key' | 'damaged' }

/** Opens the desk key that an officer was given. A key that is not the desk’s is a wrong one. */
export async function openDeskKey(
  grant: DeskKeyGrant | undefined,
  identity: Identity | undefined,
): Promise<OpenedDeskKey> {
  if (identity === undefined) return { outcome: 'locked' }
  if (grant === undefined) return { outcome: 'missing-key' }
  const opened = await open(grant.sealed, identity)
  if (opened.outcome !== 'opened') return { outcome: opened.outcome }
  const deskKey = parsed(opened.text)
  if (deskKey === undefined || (await recipientOf(deskKey)) !== grant.recipient)
    return { outcome: 'wrong-key' }
  return { outcome: 'opened', identity: deskKey }
}

function parsed(text: string): Identity | undefined {
  try {
    return parseIdentity(text)
  } catch {
    return undefined
  }
}
