import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Config } from '../config.ts'
import type { feedbackStore } from '../feedback/feedback-store.ts'
import type { pageCountStore } from '../figures/page-count-store.ts'
import type { ChunkStore } from '../files/chunk-store.ts'
import type { FileStore } from '../files/file-store.ts'
import type { Intake } from '../intake/admit-report.ts'
import type { Guesses } from '../mailbox/guesses.ts'
import type { MailboxStore } from '../mailbox/mailbox-store.ts'
import type { MessageStore } from '../mailbox/message-store.ts'
import type { NoticeStore } from '../mailbox/notice-store.ts'
import type { SavedDraftStore } from '../mailbox/saved-draft-store.ts'
import type { VisitStore } from '../mailbox/visit-store.ts'
import type { WithdrawalStore } from '../mailbox/withdrawal-store.ts'
import type { deskKeyStore } from '../reports/desk-key-store.ts'
import type { draftStore } from '../reports/draft-store.ts'
import type { SealReport } from '../reports/seal-report.ts'
import type { sendingStore } from '../reports/sending-store.ts'
import type { Secrets } from '../secrets.ts'
import type { Assets } from '../ui/assets.ts'
import type { Log } from '../web/log.ts'
import type { ContentByLocale } from './content.ts'
import type { keptSender } from './kept-pages.ts'
import type { SitePageView } from './site-pages.ts'

export interface SiteStores {
  readonly chunks: ChunkStore
  readonly deskKeys: ReturnType<typeof deskKeyStore>
  readonly drafts: ReturnType<typeof draftStore>
  readonly feedback: ReturnType<typeof feedbackStore>
  readonly files: FileStore
  readonly mailboxes: MailboxStore
  readonly mailboxVisits: VisitStore
  readonly messages: MessageStore
  readonly notices: NoticeStore
  readonly pageCounts: ReturnType<typeof pageCountStore>
  readonly withdrawals: WithdrawalStore
  /** Destroys the bytes of files, wherever they are kept. */
  readonly destroyFiles: (files: readonly string[]) => Promise<void>
  readonly savedDrafts: SavedDraftStore
  readonly sending: ReturnType<typeof sendingStore>
}

export type SendSitePage = (
  request: FastifyRequest,
  reply: FastifyReply,
  view: SitePageView,
) => FastifyReply

/** What the routes of the site work with; `start.ts` puts it together. */
export interface SiteDependencies {
  readonly config: Config
  readonly secrets: Secrets
  readonly assets: Assets
  readonly contents: ContentByLocale
  readonly stores: SiteStores
  /** Seals on arrival, beside the thread that serves pages. */
  readonly seal: SealReport
  readonly intake: Intake
  readonly log: Log
  /** How long wrong guesses at a receipt wait. */
  readonly guesses: Guesses
  readonly send: SendSitePage
  readonly sendKept: ReturnType<typeof keptSender>
  readonly now: () => Date
}
