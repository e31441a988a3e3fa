import type { FastifyInstance } from 'fastify'
import type { StoredMailbox } from '../../mailbox/mailbox-store.ts'
import {
  hashOfBody,
  type ProofOfReport,
  type ProvenReport,
  proofKey,
  writeProof,
} from '../../mailbox/proof-of-report.ts'
import type { SiteDependencies } from '../site-dependencies.ts'
import type { Visit } from '../visit.ts'
import { sendOver } from './come-back.ts'
import { proofView } from './proof-page.ts'
import { reachMailbox } from './reach-mailbox.ts'
import { sendDownload } from './send-download.ts'

interface Proven {
  readonly report: ProvenReport
  readonly proof: ProofOfReport
}

/** A signed proof that a report was taken in. */
export function proofRoutes(app: FastifyInstance, deps: SiteDependencies): void {
  const key = proofKey(deps.secrets.secretKey)

  function prove({ site }: Visit, mailbox: StoredMailbox): Proven {
    const report = {
      reference: mailbox.reference,
      site: site.origin,
      receivedDay: mailbox.receivedHour.slice(0, 10),
      bodyHash: hashOfBody(mailbox.body),
    }
    return { report, proof: writeProof(report, key) }
  }

  app.get('/b/proof', async (request, reply) => {
    const { visit } = request
    const reached = await reachMailbox(request, deps)
    if (reached === undefined) return sendOver({ request, reply, deps })
    const { report, proof } = prove(visit, reached.mailbox)
    return deps.send(request, reply, proofView(visit, report, proof))
  })

  app.get('/b/proof/file', async (request, reply) => {
    const reached = await reachMailbox(request, deps)
    if (reached === undefined) return sendOver({ request, reply, deps })
    const { proof } = prove(request.visit, reached.mailbox)
    return sendDownload(reply, 'proof.json', `${JSON.stringify(proof, null, 2)}\n`)
  })
}
