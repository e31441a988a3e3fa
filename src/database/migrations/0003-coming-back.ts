import type { Kysely } from 'kysely'
import { keepOutOfStatistics } from '../postgres-scrub.ts'

/** Files and messages, coming back with a receipt, drafts that wait, and what keeps a flood apart. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await addLanes(db)
  await addRungs(db)
  await createReportFiles(db)
  await createMessages(db)
  await createMailboxVisits(db)
  await createSavedDrafts(db)
  await createNotices(db)
  await createWithdrawals(db)
  await createReportKeys(db)
}

async function addLanes(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('reports')
    .addColumn('lane', 'text', (column) => column.notNull().defaultTo('usual'))
    .execute()
  await db.schema.alterTable('reports').addColumn('same_as', 'text').execute()
  await db.schema
    .alterTable('reports')
    .addColumn('has_news', 'integer', (column) => column.notNull().defaultTo(0))
    .execute()
  await db.schema.dropIndex('reports_in_queue_order').execute()
  await db.schema
    .createIndex('reports_in_queue_order')
    .on('reports')
    .columns(['desk', 'lane', 'status', 'priority', 'received_hour', 'id'])
    .execute()
  await db.schema
    .createIndex('reports_alike')
    .on('reports')
    .columns(['desk', 'lane', 'status', 'same_as', 'received_hour', 'id'])
    .execute()
}

async function addRungs(db: Kysely<unknown>): Promise<void> {
  for (const name of ['rung', 'turn'])
    await db.schema
      .alterTable('drafts')
      .addColumn(name, 'integer', (column) => column.notNull().defaultTo(0))
      .execute()
  await db.schema
    .createIndex('drafts_by_rung')
    .on('drafts')
    .columns(['site', 'rung', 'expires_at', 'turn'])
    .execute()
}

async function createReportFiles(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('report_files')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('report', 'text', (column) => column.notNull().references('reports.id'))
    .addColumn('place', 'integer', (column) => column.notNull())
    .addColumn('copy_of', 'text')
    .addColumn('note', 'text', (column) => column.notNull())
    .addColumn('size', 'integer', (column) => column.notNull())
    .addColumn('stored', 'integer', (column) => column.notNull())
    .addColumn('complete', 'integer', (column) => column.notNull())
    .addColumn('expires_at', 'text')
    .addUniqueConstraint('report_files_order', ['report', 'place'])
    .execute()
  await db.schema
    .createTable('file_chunks')
    .addColumn('file', 'text', (column) => column.notNull())
    .addColumn('place', 'integer', (column) => column.notNull())
    // PostgreSQL's name for bytes; SQLite takes any name, and keeps bytes as they are.
    .addColumn('bytes', 'bytea', (column) => column.notNull())
    .addPrimaryKeyConstraint('file_chunks_key', ['file', 'place'])
    .execute()
}

async function createMessages(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('messages')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('report', 'text', (column) => column.notNull().references('reports.id'))
    .addColumn('place', 'integer', (column) => column.notNull())
    .addColumn('officer', 'text')
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('sealed', 'text', (column) => column.notNull())
    .addUniqueConstraint('messages_order', ['report', 'place'])
    .execute()
}

async function createMailboxVisits(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('mailbox_visits')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('site', 'text', (column) => column.notNull())
    .addColumn('box', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .execute()
}

async function createSavedDrafts(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('saved_drafts')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('site', 'text', (column) => column.notNull())
    .addColumn('sealed', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .execute()
}

async function createNotices(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('notices')
    .addColumn('report', 'text', (column) => column.primaryKey().references('reports.id'))
    .addColumn('box', 'text', (column) => column.notNull())
    .addColumn('due_at', 'text')
    .addColumn('tries', 'integer', (column) => column.notNull())
    .execute()
}

async function createWithdrawals(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('withdrawals')
    .addColumn('reference', 'text', (column) => column.primaryKey())
    .addColumn('site', 'text', (column) => column.notNull())
    .addColumn('desk', 'text', (column) => column.notNull())
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('scrubbed', 'integer', (column) => column.notNull())
    .execute()
}

// Apart from the reports, so that it stays small: on PostgreSQL it is written anew to forget one row.
async function createReportKeys(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('report_keys')
    .addColumn('report', 'text', (column) => column.primaryKey().references('reports.id'))
    .addColumn('key', 'text', (column) => column.notNull())
    .execute()
  await keepOutOfStatistics(db, 'report_keys', 'key')
}
