import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Config } from '../config.ts'
import type { FeedbackStore } from '../feedback/feedback-store.ts'
import type { pageCountStore } from '../figures/page-count-store.ts'
import type { ChunkStore } from '../files/chunk-store.ts'
import type { FileStore } from '../files/file-store.ts'
import type { MessageStore } from '../mailbox/message-store.ts'
import type { NoticeStore } from '../mailbox/notice-store.ts'
import type { WithdrawalStore } from '../mailbox/withdrawal-store.ts'
import type { OfficersStores } from '../officers/officers-store.ts'
import type { ReportStore } from '../reports/report-store.ts'
import type { Secrets } from '../secrets.ts'
import type { Assets } from '../ui/assets.ts'
import type { Words } from '../ui/words.ts'
import type { Log } from '../web/log.ts'
import type { DeskPageView } from './desk-page.ts'

export interface DeskStores extends OfficersStores {
  readonly chunks: ChunkStore
  readonly files: FileStore
  readonly reports: ReportStore
  readonly feedback: FeedbackStore
  readonly messages: MessageStore
  readonly notices: Pick<NoticeStore, 'ask'>
  readonly pageCounts: ReturnType<typeof pageCountStore>
  readonly withdrawals: Pick<WithdrawalStore, 'list'>
}

/** What `start.ts` brings. */
export interface DeskParts {
  readonly config: Config
  readonly secrets: Secrets
  readonly assets: Assets
  readonly stores: DeskStores
  readonly log: Log
  readonly now: () => Date
  readonly ready: () => Promise<boolean>
}

export type SendDeskPage = (
  request: FastifyRequest,
  reply: FastifyReply,
  view: DeskPageView,
) => FastifyReply

/** What the routes of the desk work with. */
export interface DeskDependencies extends DeskParts {
  readonly words: Words
  readonly send: SendDeskPage
}
