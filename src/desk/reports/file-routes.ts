import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { parseFileId } from '../../files/stored-file.ts'
import { parseReportId, type ReportId } from '../../reports/stored-report.ts'
import { Fault } from '../../web/fault.ts'
import type { DeskDependencies } from '../desk-dependencies.ts'
import { officerOf } from '../desk-visit.ts'
import type { HandedFile } from './handed-file.ts'

/** Files of reports, sealed as they lie there: only the officer's browser opens them. */
export function fileRoutes(app: FastifyInstance, deps: DeskDependencies): void {
  app.post(
    '/reports/:id/files/:file/downloads',
    { config: { allows: 'open-report' } },
    (request, reply) => handOutFile(deps, request, reply),
  )
}

/** What is known of the files of a report, for an officer of its desk. */
export async function handOutFiles(
  { stores }: DeskDependencies,
  report: ReportId,
): Promise<readonly HandedFile[]> {
  const files = await stores.files.list(report)
  return files.map(({ id, place, copyOf, note, size }) => ({ id, place, copyOf, note, size }))
}

/** That an officer took a file away is written down before its bytes leave the server. */
async function handOutFile(
  { stores, now }: DeskDependencies,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const params = request.params as { id: string; file: string }
  const [report, file] = [parseReportId(params.id), parseFileId(params.file)]
  const { desk, id: officer } = officerOf(request)
  const download = report && file && { desk, report, file, officer, at: now() }
  const found = download && (await stores.files.recordDownload(download))
  if (found === undefined) throw new Fault(404, 'no such file')
  return reply
    .headers({
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
      'content-type': 'application/octet-stream',
      'content-disposition': 'attachment',
      'content-length': String(found.size),
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    })
    .send(Readable.from(stores.chunks.read(found.id, found.size)))
}
