import type { Role } from './officer.ts'
import { hashOf, newSecret, type Secret, type SecretHash } from './secret.ts'

/** Lets one person enrol, once. Without a name it is for the first administrator, who brings one. */
export interface Invitation {
  readonly secretHash: SecretHash
  readonly desk: string
  readonly name: string
  readonly role: Role
  readonly createdAt: string
  readonly expiresAt: string
}

export interface FreshInvitation {
  /** For the link, and nowhere else: it cannot be read back. */
  readonly secret: Secret
  readonly invitation: Invitation
}

const day = 24 * 60 * 60 * 1000
const firstLifetime = 7 * day
const lifetime = 3 * day

export function newInvitation(
  invited: { readonly desk: string; readonly name: string; readonly role: Role },
  now: Date,
): FreshInvitation {
  return invitation(invited, now, lifetime)
}

export function newFirstInvitation(desk: string, now: Date): FreshInvitation {
  return invitation({ desk, name: '', role: 'administrator' }, now, firstLifetime)
}

function invitation(
  invited: { readonly desk: string; readonly name: string; readonly role: Role },
  now: Date,
  milliseconds: number,
): FreshInvitation {
  const secret = newSecret()
  const { desk, name, role } = invited
  const createdAt = now.toISOString()
  const expiresAt = new Date(now.getTime() + milliseconds).toISOString()
  return {
    secret,
    invitation: { secretHash: hashOf(secret), desk, name, role, createdAt, expiresAt },
  }
}
