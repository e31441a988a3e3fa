import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Act } from '../../officers/policy.ts'
import type { Changed, ReportChange } from '../../reports/move-store.ts'
import { parseReportId, type SealedReport } from '../../reports/stored-report.ts'
import { Fault } from '../../web/fault.ts'
import { expectFields, type Form, field } from '../../web/form.ts'
import type { DeskDependencies } from '../desk-dependencies.ts'
import { officerOf } from '../desk-visit.ts'
import { sendJson } from '../send-json.ts'
import { fileRoutes, handOutFiles } from './file-routes.ts'
import { handOutMessages } from './hand-out-messages.ts'
import { messageRoutes } from './message-routes.ts'
import { reportPage } from './report-page.ts'

type Move = (change: ReportChange) => Promise<Changed>

export function reportRoutes(app: FastifyInstance, deps: DeskDependencies): void {
  const { reports } = deps.stores

  app.get('/reports/:id', { config: { allows: 'open-report' } }, (request, reply) =>
    showReport(deps, request, reply),
  )

  app.post('/reports/:id/openings', { config: { allows: 'open-report' } }, (request, reply) =>
    handOut(deps, request, reply),
  )

  fileRoutes(app, deps)
  messageRoutes(app, deps)

  const moves: readonly (readonly [noun: string, allows: Act, move: Move])[] = [
    ['assignment', 'assign-report', (change) => reports.assign(change, change.officer)],
    ['release', 'assign-report', (change) => reports.unassign(change)],
    ['closure', 'close-report', (change) => reports.close(change)],
    ['admission', 'assign-report', (change) => reports.letIn(change)],
    ['reopening', 'reopen-report', (change) => reports.reopen(change)],
  ]
  for (const [noun, allows, move] of moves)
    app.post(`/reports/:id/${noun}`, { config: { allows } }, (request, reply) =>
      moveReport(deps, move, request, reply),
    )
}

async function showReport(
  deps: DeskDependencies,
  request: FastifyRequest,
  reply: FastifyReply,
  problem?: 'changed-meanwhile' | 'not-allowed',
): Promise<FastifyReply> {
  const { stores, words } = deps
  const officer = officerOf(request)
  const report = await getReport(deps, request)
  const [activities, names] = await Promise.all([
    stores.reports.activities(officer.desk, report.id),
    stores.officers.names(officer.desk),
  ])
  const view = { report, activities, names, officer: officer.id, problem }
  return deps.send(request, reply, reportPage(words, view))
}

/** That an officer opened a report is written down before its seals leave the server. */
async function handOut(
  deps: DeskDependencies,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { stores, now } = deps
  const officer = officerOf(request)
  const { id, reference, epoch, envelope, body } = await getReport(deps, request)
  const grant = await stores.deskKeys.findGrant(officer.desk, officer.id, epoch)
  const opening = { desk: officer.desk, id, officer: officer.id, at: now() }
  if (!(await stores.reports.recordOpening(opening))) throw new Fault(404, 'no such report')
  // Only after the opening was written down, which says that the news was seen.
  const messages = await handOutMessages(deps, officer.desk, id)
  const files = await handOutFiles(deps, id)
  const handedOut = { outcome: 'handed-out', reference, envelope, body, messages, files, grant }
  return sendJson(reply, 200, handedOut)
}

async function moveReport(
  deps: DeskDependencies,
  move: Move,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const officer = officerOf(request)
  const version = Number(field(expectFields(request.body as Form, ['version']), 'version'))
  if (!Number.isSafeInteger(version)) throw new Fault(400, 'not a version')
  const { id } = await getReport(deps, request)
  const changed = await move({
    desk: officer.desk,
    id,
    version,
    officer: officer.id,
    at: deps.now(),
  })
  if (changed.outcome === 'not-found') throw new Fault(404, 'no such report')
  if (changed.outcome !== 'changed') return showReport(deps, request, reply, changed.outcome)
  return reply.header('cache-control', 'no-store').redirect(`/reports/${id}`, 303)
}

/** @throws Fault 404 unless this officer’s desk has it */
async function getReport(deps: DeskDependencies, request: FastifyRequest): Promise<SealedReport> {
  const id = parseReportId((request.params as { id: string }).id)
  const report = id && (await deps.stores.reports.find(officerOf(request).desk, id))
  if (report === undefined) throw new Fault(404, 'no such report')
  return report
}
