import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as v from 'valibot'
import { notifyReporter } from '../../mailbox/notify-reporter.ts'
import { parseReportId } from '../../reports/stored-report.ts'
import { Fault } from '../../web/fault.ts'
import { failure } from '../../web/log.ts'
import type { DeskDependencies } from '../desk-dependencies.ts'
import { officerOf } from '../desk-visit.ts'
import { readBody, sealedMessage } from '../json-body.ts'
import { sendJson } from '../send-json.ts'
import { handOutMessages } from './hand-out-messages.ts'

const written = v.strictObject({ sealed: sealedMessage })

/** Writing to the reporter: what comes here was sealed in the officer's browser. */
export function messageRoutes(app: FastifyInstance, deps: DeskDependencies): void {
  app.post('/reports/:id/messages', { config: { allows: 'write-message' } }, (request, reply) =>
    addMessage(deps, request, reply),
  )
}

/** Answers with every message, so that what a colleague wrote meanwhile is seen. */
async function addMessage(
  deps: DeskDependencies,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { id: officer, desk } = officerOf(request)
  const { sealed } = readBody(request.body, written)
  const report = parseReportId((request.params as { id: string }).id)
  if (report === undefined) throw new Fault(404, 'no such report')
  const message = { desk, report, officer, at: deps.now(), sealed }
  const { outcome } = await deps.stores.messages.addFromOfficer(message)
  if (outcome !== 'added') throw new Fault(404, 'no such report')
  // The message is there; that nobody is told of it is not the officer's fault.
  await notifyReporter(deps.stores.notices, report, deps.now()).catch((error: unknown) =>
    deps.log(failure('desk', error)),
  )
  const messages = await handOutMessages(deps, desk, report)
  return sendJson(reply, 200, { outcome, messages })
}
