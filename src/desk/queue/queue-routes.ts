import type { FastifyInstance } from 'fastify'
import type { DeskDependencies } from '../desk-dependencies.ts'
import { officerOf } from '../desk-visit.ts'
import { pageLength, partOf, readFilter } from './queue-filter.ts'
import { queuePage } from './queue-page.ts'
import { mostWithdrawn } from './withdrawn-list.ts'

export function queueRoutes(app: FastifyInstance, deps: DeskDependencies): void {
  const { stores, words, now } = deps

  app.get('/', { config: { allows: 'read-queue' } }, async (request, reply) => {
    const officer = officerOf(request)
    const filter = readFilter(request.query)
    const isClosed = filter.show === 'closed' && filter.after === undefined
    const [found, names, grants, withdrawn] = await Promise.all([
      stores.reports.queue(officer.desk, partOf(filter, officer.id)),
      stores.officers.names(officer.desk),
      stores.deskKeys.listGrants(officer.desk, officer.id),
      isClosed ? stores.withdrawals.list(officer.desk, mostWithdrawn) : [],
    ])
    const reports = found.slice(0, pageLength)
    const [held, alike] = await Promise.all([
      stores.reports.countHeld(officer.desk),
      stores.reports.countAlike(
        officer.desk,
        reports.map(({ id }) => id),
      ),
    ])
    const view = {
      filter,
      withdrawn,
      reports,
      hasMore: found.length > pageLength,
      names,
      hasKey: grants.length > 0,
      now: now(),
      held: held.all,
      alike,
    }
    return deps.send(request, reply, queuePage(words, view))
  })
}
