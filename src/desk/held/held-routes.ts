import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { HeldChange, HeldKind } from '../../reports/held-store.ts'
import type { ReportId } from '../../reports/stored-report.ts'
import type { DeskDependencies } from '../desk-dependencies.ts'
import { officerOf } from '../desk-visit.ts'
import { pageLength } from '../queue/queue-filter.ts'
import { heldPartOf, readHeldFilter, readHeldForm } from './held-filter.ts'
import { heldPage } from './held-page.ts'

const mostKinds = 100

/** Reports that are held apart from the queue. */
export function heldRoutes(app: FastifyInstance, deps: DeskDependencies): void {
  app.get('/held', { config: { allows: 'read-queue' } }, (request, reply) =>
    showHeld(deps, request, reply),
  )

  app.post('/held/admissions', { config: { allows: 'assign-report' } }, (request, reply) =>
    changeHeld(deps, 'queued', request, reply),
  )

  app.post('/held/closures', { config: { allows: 'close-report' } }, (request, reply) =>
    changeHeld(deps, 'closed', request, reply),
  )
}

async function showHeld(
  deps: DeskDependencies,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { stores, words, now } = deps
  const { desk } = officerOf(request)
  const filter = readHeldFilter(request.query)
  const isWhole = filter.show === 'new' && filter.sameAs === undefined
  const [found, names, counts, kinds, kind] = await Promise.all([
    stores.reports.queue(desk, heldPartOf(filter)),
    stores.officers.names(desk),
    stores.reports.countHeld(desk),
    isWhole ? stores.reports.heldKinds(desk, mostKinds) : [],
    filter.sameAs && findKind(deps, desk, filter.sameAs),
  ])
  const view = {
    filter,
    reports: found.slice(0, pageLength),
    hasMore: found.length > pageLength,
    names,
    counts,
    kinds,
    kind,
    alike: new Map(),
    now: now(),
  }
  return deps.send(request, reply, heldPage(words, view))
}

async function findKind(
  { stores }: DeskDependencies,
  desk: string,
  first: ReportId,
): Promise<HeldKind> {
  const [report, counts] = await Promise.all([
    stores.reports.find(desk, first),
    stores.reports.countAlike(desk, [first]),
  ])
  return { first, reference: report?.reference, count: counts.get(first) ?? 0 }
}

async function changeHeld(
  { stores, now }: DeskDependencies,
  act: HeldChange['act'],
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { desk, id } = officerOf(request)
  const part = readHeldForm(request.body)
  await stores.reports.changeHeld({ ...part, desk, act, officer: id, at: now() })
  return reply.header('cache-control', 'no-store').redirect('/held', 303)
}
