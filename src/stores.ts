import { join } from 'node:path'
import type { Config } from './config.ts'
import type { Database } from './database/database.ts'
import type { DeskStores } from './desk/desk-dependencies.ts'
import { feedbackStore } from './feedback/feedback-store.ts'
import { pageCountStore } from './figures/page-count-store.ts'
import type { ChunkStore } from './files/chunk-store.ts'
import { databaseChunkStore } from './files/database-chunk-store.ts'
import { fileStore } from './files/file-store.ts'
import { folderChunkStore } from './files/folder-chunk-store.ts'
import type { FileId } from './files/stored-file.ts'
import { mailboxStore } from './mailbox/mailbox-store.ts'
import { messageStore, tellNews } from './mailbox/message-store.ts'
import { noticeStore } from './mailbox/notice-store.ts'
import { savedDraftStore } from './mailbox/saved-draft-store.ts'
import { visitStore } from './mailbox/visit-store.ts'
import { withdrawalStore } from './mailbox/withdrawal-store.ts'
import { officersStores } from './officers/officers-store.ts'
import { deskKeyStore } from './reports/desk-key-store.ts'
import { draftStore } from './reports/draft-store.ts'
import { reportStore } from './reports/report-store.ts'
import { sendingStore } from './reports/sending-store.ts'
import type { SiteStores } from './site/site-dependencies.ts'

/** What the public door may touch: its drafts, what it hands in sealed, and what a receipt leads to. */
export function siteStores(database: Database, chunks = chunksInDatabase(database)): SiteStores {
  return {
    chunks,
    deskKeys: deskKeyStore(database),
    drafts: draftStore(database),
    feedback: feedbackStore(database),
    files: fileStore(database, tellNews),
    mailboxes: mailboxStore(database),
    mailboxVisits: visitStore(database),
    messages: messageStore(database),
    notices: noticeStore(database),
    pageCounts: pageCountStore(database),
    savedDrafts: savedDraftStore(database),
    sending: sendingStore(database),
    withdrawals: withdrawalStore(database),
    destroyFiles: async (files) => {
      for (const file of files) await chunks.remove(file as FileId)
    },
  }
}

/** What the officers’ door may touch: sealed reports, and who may read them. */
export function deskStores(database: Database, chunks = chunksInDatabase(database)): DeskStores {
  return {
    ...officersStores(database),
    chunks,
    feedback: feedbackStore(database),
    files: fileStore(database, tellNews),
    messages: messageStore(database),
    notices: noticeStore(database),
    pageCounts: pageCountStore(database),
    reports: reportStore(database),
    withdrawals: withdrawalStore(database),
  }
}

/** Where the settings say that the sealed bytes of files lie. */
export function chunkStore(
  { filesStore, dataDir }: Pick<Config, 'filesStore' | 'dataDir'>,
  database: Database,
): ChunkStore {
  if (filesStore === 'database') return chunksInDatabase(database)
  return folderChunkStore(join(dataDir, 'files'), fileStore(database, tellNews))
}

function chunksInDatabase(database: Database): ChunkStore {
  return databaseChunkStore(database, tellNews)
}
