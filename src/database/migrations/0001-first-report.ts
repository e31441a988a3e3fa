import type { Kysely } from 'kysely'

/** What a report needs on its way from a visitor to an officer. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createDrafts(db)
  await createReports(db)
  await createActivities(db)
  await createFeedback(db)
  await createPageCounts(db)
}

async function createDrafts(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('drafts')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('site', 'text', (column) => column.notNull())
    .addColumn('box', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('updated_hour', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .addColumn('sent_reference', 'text')
    .execute()
  await db.schema.createIndex('drafts_by_expiry').on('drafts').column('expires_at').execute()
}

async function createReports(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('reports')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('reference', 'text', (column) => column.notNull().unique())
    .addColumn('site', 'text', (column) => column.notNull())
    .addColumn('desk', 'text', (column) => column.notNull())
    .addColumn('topic', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('priority', 'integer', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('has_files', 'integer', (column) => column.notNull())
    .addColumn('received_hour', 'text', (column) => column.notNull())
    .addColumn('assignee', 'text')
    .addColumn('closed_at', 'text')
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('epoch', 'integer', (column) => column.notNull())
    .addColumn('envelope', 'text', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('mailbox', 'text', (column) => column.notNull().unique())
    .addColumn('receipt_recipient', 'text', (column) => column.notNull())
    .execute()
  await db.schema
    .createIndex('reports_in_queue_order')
    .on('reports')
    .columns(['desk', 'status', 'priority', 'received_hour', 'id'])
    .execute()
}

async function createActivities(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('activities')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('report', 'text', (column) => column.notNull().references('reports.id'))
    .addColumn('act', 'text', (column) => column.notNull())
    .addColumn('officer', 'text')
    .addColumn('at', 'text', (column) => column.notNull())
    .execute()
  await db.schema
    .createIndex('activities_by_report')
    .on('activities')
    .columns(['report', 'id'])
    .execute()
}

async function createFeedback(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('feedback')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('site', 'text', (column) => column.notNull())
    .addColumn('desk', 'text', (column) => column.notNull())
    .addColumn('epoch', 'integer', (column) => column.notNull())
    .addColumn('received_day', 'text', (column) => column.notNull())
    .addColumn('sealed', 'text', (column) => column.notNull())
    .addColumn('read_at', 'text')
    .execute()
  await db.schema
    .createIndex('feedback_by_desk')
    .on('feedback')
    .columns(['desk', 'received_day', 'id'])
    .execute()
}

async function createPageCounts(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('page_counts')
    .addColumn('site', 'text', (column) => column.notNull())
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('page', 'text', (column) => column.notNull())
    .addColumn('views', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('page_counts_key', ['site', 'day', 'page'])
    .execute()
}
