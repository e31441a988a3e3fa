import type { Recipient } from '../sealing/identity.ts'
import type { Stretch } from '../sealing/passphrase.ts'
import type { Sealed } from '../sealing/seal.ts'
import type { NewDeskKey } from './desk-key.ts'
import type { Invitation } from './invitation.ts'
import type { Officer, OfficerId } from './officer.ts'

/** What an officer’s browser brings: only public halves and sealed things. */
export interface Enrolment {
  /** Taken only where the invitation names nobody. */
  readonly name: string | undefined
  readonly recipient: Recipient
  readonly sealedIdentity: Sealed
  readonly stretch: Stretch
  readonly proof: string
  /** From an administrator of a desk that has no key yet, and from nobody else. */
  readonly deskKey: NewDeskKey | undefined
}

export type Enrolled =
  | { readonly outcome: 'enrolled'; readonly officer: Officer }
  | {
      readonly outcome:
        | 'invitation-gone'
        | 'name-missing'
        | 'name-taken'
        /** The desk has no key yet, and this officer has to make it. */
        | 'desk-key-missing'
        /** Somebody else has made the desk’s key. */
        | 'desk-key-exists'
    }

/** Whether who enrols with an invitation makes the desk’s key too. */
export function makesDeskKey(invitation: Invitation, deskHasKey: boolean): boolean {
  return invitation.role === 'administrator' && !deskHasKey
}

export function officerFrom(
  invitation: Invitation,
  enrolment: Enrolment & { readonly name: string },
  made: { readonly id: string; readonly now: Date },
): Officer {
  return {
    id: made.id as OfficerId,
    desk: invitation.desk,
    name: enrolment.name,
    role: invitation.role,
    recipient: enrolment.recipient,
    enrolledAt: made.now.toISOString(),
  }
}
