import type { Database } from './database/database.ts'
import type { DeskStores } from './desk/desk-dependencies.ts'
import { feedbackStore } from './feedback/feedback-store.ts'
import { pageCountStore } from './figures/page-count-store.ts'
import { officersStores } from './officers/officers-store.ts'
import { deskKeyStore } from './reports/desk-key-store.ts'
import { draftStore } from './reports/draft-store.ts'
import { reportStore } from './reports/report-store.ts'
import { sendingStore } from './reports/sending-store.ts'
import type { SiteStores } from './site/site-dependencies.ts'

/** What the public door may touch: its drafts, and what it hands in sealed. */
export function siteStores(database: Database): SiteStores {
  return {
    deskKeys: deskKeyStore(database),
    drafts: draftStore(database),
    feedback: feedbackStore(database),
    pageCounts: pageCountStore(database),
    sending: sendingStore(database),
  }
}

/** What the officers’ door may touch: sealed reports, and who may read them. */
export function deskStores(database: Database): DeskStores {
  return {
    ...officersStores(database),
    feedback: feedbackStore(database),
    pageCounts: pageCountStore(database),
    reports: reportStore(database),
  }
}
