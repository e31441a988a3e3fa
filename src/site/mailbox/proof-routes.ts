import type { FastifyInstance } from 'fastify'
import { proofKey } from '../../mailbox/proof-of-report.ts'
import { proveReport } from '../../mailbox/prove-report.ts'
import type { SiteDependencies } from '../site-dependencies.ts'
import { sendOver } from './come-back.ts'
import { proofView } from './proof-page.ts'
import { reachMailbox } from './reach-mailbox.ts'
import { sendDownload } from './send-download.ts'

/** A signed proof that a report was taken in. */
export function proofRoutes(app: FastifyInstance, deps: SiteDependencies): void {
  const key = proofKey(deps.secrets.secretKey)

  app.get('/b/proof', async (request, reply) => {
    const { visit } = request
    const reached = await reachMailbox(request, deps)
    if (reached === undefined) return sendOver({ request, reply, deps })
    const { report, proof } = proveReport(reached.mailbox, visit.site.origin, key)
    return deps.send(request, reply, proofView(visit, report, proof))
  })

  app.get('/b/proof/file', async (request, reply) => {
    const reached = await reachMailbox(request, deps)
    if (reached === undefined) return sendOver({ request, reply, deps })
    const { file } = proveReport(reached.mailbox, request.visit.site.origin, key)
    return sendDownload(reply, 'proof.json', file)
  })
}
