import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { failure } from '../../web/log.ts'
import type { SiteDependencies } from '../site-dependencies.ts'
import type { Visit } from '../visit.ts'
import { PageCounts } from './page-counts.ts'
import { countedPageName } from './page-name.ts'

const minute = 60_000

/**
 * Counts the pages that those read who allowed it: the page and the day, nothing about whoever read.
 * The counts are stored at most once a minute, and when the door closes.
 */
export function countVisits(app: FastifyInstance, { stores, log, now }: SiteDependencies): void {
  const counts = new PageCounts((waiting) => stores.pageCounts.add(waiting))
  const flush = async () => counts.flush().catch((error: unknown) => log(failure('site', error)))
  const timer = setInterval(flush, minute).unref()
  app.addHook('onResponse', async (request, reply) => {
    const page = pageToCount(request, reply)
    if (page === undefined) return
    counts.add(request.visit.site.id, now().toISOString().slice(0, 10), page)
  })
  app.addHook('onClose', async () => {
    clearInterval(timer)
    await flush()
  })
}

function pageToCount(request: FastifyRequest, reply: FastifyReply): string | undefined {
  // A request that was refused early has no visit.
  const visit: Visit | undefined = request.visit
  const read = request.method === 'GET' && reply.statusCode === 200
  if (!read || visit?.choices?.statistics !== true || visit.globalPrivacyControl) return undefined
  return countedPageName(request.routeOptions.url, visit.path)
}
