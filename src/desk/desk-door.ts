import type { FastifyInstance } from 'fastify'
import { loadWords } from '../ui/load-words.ts'
import { openDoor } from '../web/door.ts'
import { assetRoutes } from './asset-routes.ts'
import type { DeskDependencies, DeskParts } from './desk-dependencies.ts'
import { enrolmentRoutes } from './enrolment/enrolment-routes.ts'
import { lastResortPage, sendDeskFault } from './faults/desk-fault-page.ts'
import { feedbackRoutes } from './feedback/feedback-routes.ts'
import { figuresRoutes } from './figures/figures-routes.ts'
import { guard } from './guard.ts'
import { heldRoutes } from './held/held-routes.ts'
import { queueRoutes } from './queue/queue-routes.ts'
import { reportRoutes } from './reports/report-routes.ts'
import { deskSender } from './send-desk-page.ts'
import { signInRoutes } from './sign-in/sign-in-routes.ts'
import { teamRoutes } from './team/team-routes.ts'

/** A grant for each of some sixty epochs; nothing else comes near. */
const bodyLimit = 256 * 1024

const sweepEvery = 10 * 60 * 1000

/** The officers’ door. */
export async function openDesk(parts: DeskParts): Promise<FastifyInstance> {
  const words = loadWords(parts.config.contentDir, 'en')
  const deps: DeskDependencies = { ...parts, words, send: deskSender(parts, words) }
  const app = await openDoor({
    name: 'desk',
    log: parts.log,
    bodyLimit,
    lenientOrigin: false,
    acceptJson: true,
    sendFault: sendDeskFault(deps),
    lastResort: lastResortPage(words),
    ready: parts.ready,
  })
  guard(app, deps)
  for (const routes of everyRoute) routes(app, deps)
  sweep(app, deps)
  return app
}

const everyRoute: readonly ((app: FastifyInstance, deps: DeskDependencies) => void)[] = [
  assetRoutes,
  enrolmentRoutes,
  feedbackRoutes,
  figuresRoutes,
  heldRoutes,
  queueRoutes,
  reportRoutes,
  signInRoutes,
  teamRoutes,
]

// What unlocks a browser is destroyed soon after its session ends, not at the next sign-in.
function sweep(app: FastifyInstance, { stores, now }: DeskDependencies): void {
  const timer = setInterval(() => {
    Promise.all([stores.sessions.removeDead(now()), stores.failures.removeForgotten(now())]).catch(
      () => undefined,
    )
  }, sweepEvery)
  timer.unref()
  app.addHook('onClose', async () => clearInterval(timer))
}
