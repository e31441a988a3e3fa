import type { FastifyInstance } from 'fastify'
import { getJourney } from '../../reports/journeys.ts'
import type { SiteDependencies } from '../site-dependencies.ts'
import { closedView } from './closed-page.ts'
import { keepRoom } from './keep-room.ts'
import { questionRoutes } from './question-routes.ts'
import { receiptRoutes } from './receipt-routes.ts'
import { savingJsonRoutes } from './saving-json-routes.ts'
import { savingRoutes } from './saving-routes.ts'
import { sealedRoutes } from './sealed-routes.ts'
import { forgetKey } from './send-lost.ts'
import { sendingRoutes } from './sending-routes.ts'
import { startView } from './start-page.ts'
import { draftOf, isClosed, journeyOf } from './telling.ts'

/**
 * Telling us: without script, one question a page, sealed when it arrives; with script, sealed before.
 *
 * @throws RangeError at the start, when a site has a topic that nobody wrote questions for
 */
export function reportRoutes(app: FastifyInstance, deps: SiteDependencies): void {
  for (const { topic } of deps.config.sites) getJourney(topic)
  app.get('/report', async (request, reply) => {
    const { visit } = request
    if (await isClosed(visit, deps)) return deps.send(request, reply, closedView(visit))
    const draft = await draftOf(request, deps)
    if (draft.state === 'none') forgetKey(request, reply)
    return deps.send(request, reply, startView(visit, journeyOf(visit), draft))
  })
  keepRoom(app, deps)
  sendingRoutes(app, deps)
  receiptRoutes(app, deps)
  savingRoutes(app, deps)
  void savingJsonRoutes(app, deps)
  sealedRoutes(app, deps)
  questionRoutes(app, deps)
}
