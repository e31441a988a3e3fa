import type { Recipient } from '../sealing/identity.ts'

export const roles = ['officer', 'supervisor', 'administrator', 'auditor'] as const
export type Role = (typeof roles)[number]

export type OfficerId = string & { readonly __brand: 'OfficerId' }

/** What a name is compared by: two that look alike to a reader are the same. */
export type SignInName = string & { readonly __brand: 'SignInName' }

/** Who may read. The desk is the id of the desk in the configuration. */
export interface Officer {
  readonly id: OfficerId
  readonly desk: string
  readonly name: string
  readonly role: Role
  /** Public: what is sealed to this officer alone. */
  readonly recipient: Recipient
  readonly enrolledAt: string
}

export const longestName = 80

/** A name as a person writes it, tidied; `undefined` where it is empty, too long or not text. */
export function parseName(text: string): string | undefined {
  // Before anything else: some texts take minutes to compose.
  if (text.length > longestName * 4) return undefined
  const name = text.normalize('NFC').trim().replace(/\s+/gu, ' ')
  return name !== '' && name.length <= longestName && !/[\p{Cc}\p{Cf}]/u.test(name)
    ? name
    : undefined
}

export function signInNameOf(name: string): SignInName {
  return name.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLowerCase() as SignInName
}

export function parseRole(text: string): Role | undefined {
  return roles.find((role) => role === text)
}
