import type { FastifyInstance } from 'fastify'
import type { SiteDependencies } from '../site-dependencies.ts'
import { comeRoutes } from './come-routes.ts'
import { consentRoutes } from './consent-routes.ts'
import { messageRoutes } from './message-routes.ts'
import { noticeJsonRoutes } from './notice-json-routes.ts'
import { noticeRoutes } from './notice-routes.ts'
import { proofRoutes } from './proof-routes.ts'
import { reminderRoutes } from './reminder-routes.ts'
import { withdrawRoutes } from './withdraw-routes.ts'

/** The mailbox, for readers without script: opened on the server, in memory, for one page at a time. */
export function mailboxRoutes(app: FastifyInstance, deps: SiteDependencies): void {
  comeRoutes(app, deps)
  messageRoutes(app, deps)
  consentRoutes(app, deps)
  noticeRoutes(app, deps)
  noticeJsonRoutes(app, deps)
  proofRoutes(app, deps)
  reminderRoutes(app, deps)
  withdrawRoutes(app, deps)
}
