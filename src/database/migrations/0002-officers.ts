import type { Kysely } from 'kysely'

/** Who may read, and how the desk's key reaches them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createOfficers(db)
  await createInvitations(db)
  await createSessions(db)
  await createSignInFailures(db)
  await createDeskKeys(db)
  await createDeskKeyGrants(db)
}

async function createOfficers(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('officers')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('desk', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('sign_in_name', 'text', (column) => column.notNull())
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('recipient', 'text', (column) => column.notNull())
    .addColumn('sealed_identity', 'text', (column) => column.notNull())
    .addColumn('stretch', 'text', (column) => column.notNull())
    .addColumn('proof_hash', 'text', (column) => column.notNull())
    .addColumn('enrolled_at', 'text', (column) => column.notNull())
    .addColumn('left_at', 'text')
    .addUniqueConstraint('officers_sign_in_name', ['desk', 'sign_in_name'])
    .execute()
}

async function createInvitations(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('invitations')
    .addColumn('secret_hash', 'text', (column) => column.primaryKey())
    .addColumn('desk', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .addColumn('used_at', 'text')
    .execute()
}

async function createSessions(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('officer_sessions')
    .addColumn('secret_hash', 'text', (column) => column.primaryKey())
    .addColumn('officer', 'text', (column) => column.notNull().references('officers.id'))
    .addColumn('unlock_key', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('seen_at', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .execute()
}

async function createSignInFailures(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('sign_in_failures')
    .addColumn('desk', 'text', (column) => column.notNull())
    .addColumn('sign_in_name', 'text', (column) => column.notNull())
    .addColumn('failures', 'integer', (column) => column.notNull())
    .addColumn('last_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('sign_in_failures_key', ['desk', 'sign_in_name'])
    .execute()
}

async function createDeskKeys(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('desk_keys')
    .addColumn('desk', 'text', (column) => column.notNull())
    .addColumn('epoch', 'integer', (column) => column.notNull())
    .addColumn('recipient', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('created_by', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('desk_keys_key', ['desk', 'epoch'])
    .execute()
}

async function createDeskKeyGrants(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('desk_key_grants')
    .addColumn('desk', 'text', (column) => column.notNull())
    .addColumn('epoch', 'integer', (column) => column.notNull())
    .addColumn('officer', 'text', (column) => column.notNull().references('officers.id'))
    .addColumn('sealed', 'text', (column) => column.notNull())
    .addColumn('granted_by', 'text', (column) => column.notNull())
    .addColumn('granted_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('desk_key_grants_key', ['desk', 'epoch', 'officer'])
    .execute()
}
