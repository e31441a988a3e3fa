import type { Role } from './officer.ts'

export const acts = [
  'read-queue',
  'open-report',
  'assign-report',
  'close-report',
  'reopen-report',
  'write-message',
  'read-feedback',
  'read-figures',
  'read-team',
  'invite-officer',
  'grant-desk-key',
] as const
export type Act = (typeof acts)[number]

const work: readonly Act[] = [
  'read-queue',
  'open-report',
  'assign-report',
  'close-report',
  'reopen-report',
  'write-message',
  'read-feedback',
  'read-figures',
  'read-team',
]

/** Who may do what. Supervisors and auditors have no work yet, so they may do nothing yet. */
const policy: Readonly<Record<Role, readonly Act[]>> = {
  officer: work,
  supervisor: [],
  administrator: [...work, 'invite-officer', 'grant-desk-key'],
  auditor: [],
}

export function may(role: Role, act: Act): boolean {
  return policy[role].includes(act)
}

/** The roles that have work to do, so that somebody can be invited to them. */
export const invitableRoles: readonly Role[] = ['officer', 'administrator']
