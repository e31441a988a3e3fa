import type { Database } from './database/database.ts'
import { feedbackStore } from './feedback/feedback-store.ts'
import { pageCountStore } from './figures/page-count-store.ts'
import { deskKeyStore } from './reports/desk-key-store.ts'
import { draftStore } from './reports/draft-store.ts'
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
