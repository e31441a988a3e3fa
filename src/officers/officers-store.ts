import type { Database } from '../database/database.ts'
import { deskKeyStore } from './desk-key-store.ts'
import { enrolmentStore } from './enrolment-store.ts'
import { invitationStore } from './invitation-store.ts'
import { officerStore } from './officer-store.ts'
import { sessionStore } from './session-store.ts'
import { signInFailureStore } from './sign-in-failure-store.ts'

export type OfficersStores = ReturnType<typeof officersStores>

/** Every store of this room over one database. */
export function officersStores(database: Database) {
  return {
    deskKeys: deskKeyStore(database),
    enrolments: enrolmentStore(database),
    failures: signInFailureStore(database),
    invitations: invitationStore(database),
    officers: officerStore(database),
    sessions: sessionStore(database),
  }
}
