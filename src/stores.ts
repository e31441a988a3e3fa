import type { Database } from './database/database.ts'
import type { DeskStores } from './desk/desk-dependencies.ts'
import { feedbackStore } from './feedback/feedback-store.ts'
import { pageCountStore } from './figures/page-count-store.ts'
import { mailboxStore } from './mailbox/mailbox-store.ts'
import { messageStore } from './mailbox/message-store.ts'
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
export function siteStores(database: Database): SiteStores {
  return {
    deskKeys: deskKeyStore(database),
    drafts: draftStore(database),
    feedback: feedbackStore(database),
    mailboxes: mailboxStore(database),
    mailboxVisits: visitStore(database),
    messages: messageStore(database),
    pageCounts: pageCountStore(database),
    savedDrafts: savedDraftStore(database),
    sending: sendingStore(database),
    withdrawals: withdrawalStore(database),
    destroyFiles: async () => undefined,
  }
}

/** What the officers’ door may touch: sealed reports, and who may read them. */
export function deskStores(database: Database): DeskStores {
  return {
    ...officersStores(database),
    feedback: feedbackStore(database),
    messages: messageStore(database),
    pageCounts: pageCountStore(database),
    reports: reportStore(database),
    withdrawals: withdrawalStore(database),
  }
}
