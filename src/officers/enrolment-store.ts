import type { Database } from '../database/database.ts'
import type { NewDeskKey } from './desk-key.ts'
import { deskKeyStore } from './desk-key-store.ts'
import type { Enrolled } from './enrolment.ts'
import type { Invitation } from './invitation.ts'
import { invitationStore } from './invitation-store.ts'
import type { Officer } from './officer.ts'
import { type Lock, officerStore } from './officer-store.ts'

export interface EnrolmentToStore {
  readonly invitation: Invitation
  readonly officer: Officer
  readonly lock: Lock
  readonly deskKey: NewDeskKey | undefined
}

export type EnrolmentStore = ReturnType<typeof enrolmentStore>

export function enrolmentStore(database: Database) {
  return {
    /** All of it or nothing: the invitation used, the officer, the desk’s first key and its grant. */
    async store(enrolment: EnrolmentToStore, now: Date): Promise<Enrolled> {
      try {
        await database.transaction().execute((transaction) => enrolIn(transaction, enrolment, now))
        return { outcome: 'enrolled', officer: enrolment.officer }
      } catch (error) {
        if (error instanceof Refused) return { outcome: error.outcome }
        throw error
      }
    },
  }
}

// Thrown, because only an error rolls a transaction back.
class Refused extends Error {
  readonly outcome: Exclude<Enrolled['outcome'], 'enrolled'>

  constructor(outcome: Exclude<Enrolled['outcome'], 'enrolled'>) {
    super(outcome)
    this.outcome = outcome
  }
}

async function enrolIn(
  transaction: Database,
  { invitation, officer, lock, deskKey }: EnrolmentToStore,
  now: Date,
): Promise<void> {
  const invitations = invitationStore(transaction)
  if (!(await invitations.use(officer.desk, invitation.secretHash, now)))
    throw new Refused('invitation-gone')
  // A start may have printed a link for the first administrator, where others can read it still.
  if (officer.role === 'administrator' && invitation.name !== '')
    await invitations.removeFirst(officer.desk)
  if (!(await officerStore(transaction).add(officer, lock))) throw new Refused('name-taken')
  if (deskKey === undefined) return
  if (!(await deskKeyStore(transaction).addFirst(officer, deskKey, now)))
    throw new Refused('desk-key-exists')
}
