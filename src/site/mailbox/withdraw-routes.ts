import type { FastifyInstance, FastifyReply } from 'fastify'
import { withdrawReport } from '../../mailbox/withdraw-report.ts'
import { mailboxHash } from '../../reports/mailbox.ts'
import { expectFields, type Form, field } from '../../web/form.ts'
import { seeOther } from '../report/telling.ts'
import type { SiteDependencies } from '../site-dependencies.ts'
import { sendOver } from './come-back.ts'
import { type Asked, orTrouble } from './mailbox-view.ts'
import { reachMailbox } from './reach-mailbox.ts'
import { stopVisit, visitOf } from './visiting.ts'
import { withdrawView } from './withdraw-page.ts'
import { withdrawalMeans } from './withdrawal-means.ts'

/** Taking a report back. */
export function withdrawRoutes(app: FastifyInstance, deps: SiteDependencies): void {
  app.get('/b/withdraw', async (request, reply) => {
    if ((await reachMailbox(request, deps)) === undefined) return sendOver({ request, reply, deps })
    return deps.send(request, reply, withdrawView(request.visit))
  })

  app.post('/b/withdraw', async (request, reply) => {
    const form = expectFields((request.body ?? new Map()) as Form, ['sure'])
    const asked = { request, reply, deps }
    return orTrouble(
      asked,
      () => withdraw(asked, field(form, 'sure') === 'yes'),
      () => withdrawView(request.visit, 'trouble'),
    )
  })
}

async function withdraw(asked: Asked, sure: boolean): Promise<FastifyReply> {
  const { request, reply, deps } = asked
  const { visit } = request
  const came = await visitOf(request, deps)
  if (came === undefined) return sendOver(asked)
  if (!sure) return deps.send(request, reply, withdrawView(visit, 'empty'))
  const { secrets, now } = deps
  const mailbox = mailboxHash(came.receipt, secrets.secretKey)
  // Where it is gone already, an earlier press of the button has done it.
  await withdrawReport(withdrawalMeans(deps), { site: came.site, mailbox }, now())
  await stopVisit(request, reply, deps)
  return seeOther(reply, visit, '/b/close?said=withdrawn')
}
