import { randomUUID } from 'node:crypto'
import type { DeskKeyStore } from './desk-key-store.ts'
import { type Enrolled, type Enrolment, makesDeskKey, officerFrom } from './enrolment.ts'
import type { EnrolmentStore } from './enrolment-store.ts'
import type { Invitation } from './invitation.ts'
import type { InvitationStore } from './invitation-store.ts'
import { hashOf, type Secret } from './secret.ts'
import { proofHashOf } from './sign-in.ts'

export interface EnrolDeps {
  readonly invitations: InvitationStore
  readonly deskKeys: DeskKeyStore
  readonly enrolments: EnrolmentStore
}

export interface Invited {
  readonly invitation: Invitation
  /** Whether this officer’s browser has to make the desk’s key. */
  readonly makesDeskKey: boolean
}

/** What the holder of a link may know before enrolling; `undefined` where the link leads nowhere. */
export async function findInvited(
  deps: Pick<EnrolDeps, 'invitations' | 'deskKeys'>,
  desk: string,
  secret: Secret,
  now: Date,
): Promise<Invited | undefined> {
  const invitation = await deps.invitations.findLive(desk, hashOf(secret), now)
  if (invitation === undefined) return undefined
  const deskKey = await deps.deskKeys.find(desk)
  return { invitation, makesDeskKey: makesDeskKey(invitation, deskKey !== undefined) }
}

/** Makes an officer of whoever holds a live link. Nothing is kept unless everything is. */
export async function enrolOfficer(
  deps: EnrolDeps,
  link: { readonly desk: string; readonly secret: Secret },
  enrolment: Enrolment,
  now: Date,
): Promise<Enrolled> {
  const invited = await findInvited(deps, link.desk, link.secret, now)
  if (invited === undefined) return { outcome: 'invitation-gone' }
  const refusal = refusalOf(invited, enrolment)
  if (refusal !== undefined) return { outcome: refusal }
  const { invitation } = invited
  const name = invitation.name || (enrolment.name ?? '')
  const { stretch, sealedIdentity, proof, deskKey } = enrolment
  const made = { id: randomUUID(), now }
  return deps.enrolments.store(
    {
      invitation,
      officer: officerFrom(invitation, { ...enrolment, name }, made),
      lock: { stretch, sealedIdentity, proofHash: proofHashOf(proof) },
      deskKey,
    },
    now,
  )
}

function refusalOf(
  { invitation, makesDeskKey: makes }: Invited,
  { name, deskKey }: Enrolment,
): 'name-missing' | 'desk-key-missing' | 'desk-key-exists' | undefined {
  if (invitation.name === '' && !name) return 'name-missing'
  if (makes && deskKey === undefined) return 'desk-key-missing'
  return !makes && deskKey !== undefined ? 'desk-key-exists' : undefined
}
