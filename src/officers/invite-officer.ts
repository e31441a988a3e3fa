import { newFirstInvitation, newInvitation } from './invitation.ts'
import type { InvitationStore } from './invitation-store.ts'
import { parseName, type Role, signInNameOf } from './officer.ts'
import type { OfficerStore } from './officer-store.ts'
import { invitableRoles } from './policy.ts'
import type { Secret } from './secret.ts'

interface InviteDeps {
  readonly invitations: InvitationStore
  readonly officers: OfficerStore
}

export type InvitedOfficer =
  | { readonly outcome: 'invited'; readonly secret: Secret; readonly expiresAt: string }
  | { readonly outcome: 'name-wrong' | 'name-taken' | 'role-wrong' }

/** Makes the secret of a one-time link: `<the desk’s address>/enrol#<secret>`. */
export async function inviteOfficer(
  deps: InviteDeps,
  invited: { readonly desk: string; readonly name: string; readonly role: Role },
  now: Date = new Date(),
): Promise<InvitedOfficer> {
  const name = parseName(invited.name)
  if (name === undefined) return { outcome: 'name-wrong' }
  if (!invitableRoles.includes(invited.role)) return { outcome: 'role-wrong' }
  if (await deps.officers.findToSignIn(invited.desk, signInNameOf(name)))
    return { outcome: 'name-taken' }
  const { secret, invitation } = newInvitation({ ...invited, name }, now)
  await deps.invitations.add(invitation)
  return { outcome: 'invited', secret, expiresAt: invitation.expiresAt }
}

/**
 * For the start of the service: the secret of a link for a desk’s first administrator, or
 * `undefined` once it has one. Each call makes the link before it worthless.
 */
export async function firstAdministratorLink(
  deps: InviteDeps,
  desk: string,
  now: Date = new Date(),
): Promise<Secret | undefined> {
  if (await deps.officers.hasAdministrator(desk)) return undefined
  const { secret, invitation } = newFirstInvitation(desk, now)
  await deps.invitations.replaceFirst(invitation)
  return secret
}
