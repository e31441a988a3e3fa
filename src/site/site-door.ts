import type { IncomingMessage } from 'node:http'
import type { FastifyInstance } from 'fastify'
import { openIntake } from '../intake/admit-report.ts'
import { startGuesses } from '../mailbox/guesses.ts'
import type { Assets } from '../ui/assets.ts'
import { openDoor } from '../web/door.ts'
import { PageCache } from '../web/page-cache.ts'
import { adviceRoutes } from './advice/advice-routes.ts'
import { choicesRoutes } from './choices/choices-routes.ts'
import { directoryRoutes } from './directory/directory-routes.ts'
import { lastResortPage, sendSiteFault } from './faults/fault-page.ts'
import { feedbackRoutes } from './feedback/feedback-routes.ts'
import { countVisits } from './figures/count-visit.ts'
import { filesRoutes } from './files/files-routes.ts'
import { keptSender } from './kept-pages.ts'
import { sendAwayAfterLeaving } from './leave/after-leaving.ts'
import { leaveRoutes } from './leave/leave-routes.ts'
import { mailboxJsonRoutes } from './mailbox/mailbox-json-routes.ts'
import { mailboxRoutes } from './mailbox/mailbox-routes.ts'
import { reportRoutes } from './report/report-routes.ts'
import { keptFor, resolveVisit, splitLanguage } from './resolve-visit.ts'
import { scriptRoutes } from './script-routes.ts'
import { siteDrawer, siteSender } from './send-site-page.ts'
import type { SiteDependencies } from './site-dependencies.ts'
import { wellKnownRoutes } from './well-known/well-known-routes.ts'

export interface SiteParts
  extends Omit<SiteDependencies, 'send' | 'guesses' | 'intake' | 'sendKept'> {
  readonly assets: Assets
  readonly ready: () => Promise<boolean>
}

/** Room for 100,000 characters of any script, so that whoever writes far too much hears by how much. */
const bodyLimit = 1024 * 1024

/** The public door. */
export async function openSite(parts: SiteParts): Promise<FastifyInstance> {
  const { sites } = parts.config
  const cache = new PageCache((headers) => keptFor(sites, headers))
  const draw = siteDrawer(parts.assets)
  const deps: SiteDependencies = {
    ...parts,
    guesses: startGuesses(),
    intake: openIntake(parts.secrets.secretKey, parts.now),
    send: siteSender(draw, cache),
    sendKept: keptSender(draw),
  }
  const app = await openDoor({
    name: 'site',
    log: parts.log,
    bodyLimit,
    lenientOrigin: true,
    cache,
    isPatient: bringsFiles,
    rewriteUrl: (url) => splitLanguage(url, parts.contents).rest,
    sendFault: sendSiteFault(deps),
    lastResort: lastResortPage(parts),
    ready: parts.ready,
  })
  app.decorateRequest('visit')
  app.addHook('onRequest', async (request) => {
    request.visit = resolveVisit(request, sites, parts.contents)
  })
  sendAwayAfterLeaving(app, deps.now)
  countVisits(app, deps)
  for (const routes of everyRoute) routes(app, deps)
  return app
}

/** A film on a slow line takes an hour; a form that only has words does not. */
function bringsFiles({ method, url = '' }: IncomingMessage): boolean {
  return method === 'POST' && /\/b\/files$/.test(url)
}

const everyRoute: readonly ((app: FastifyInstance, deps: SiteDependencies) => void)[] = [
  adviceRoutes,
  choicesRoutes,
  directoryRoutes,
  feedbackRoutes,
  filesRoutes,
  leaveRoutes,
  mailboxJsonRoutes,
  mailboxRoutes,
  reportRoutes,
  scriptRoutes,
  wellKnownRoutes,
]
