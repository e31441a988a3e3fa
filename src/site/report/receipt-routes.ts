import type { FastifyInstance } from 'fastify'
import { draftName } from '../../reports/draft.ts'
import { clearCookie } from '../../web/cookies.ts'
import { expectFields, type Form } from '../../web/form.ts'
import { draftCookie } from '../choices/cookies.ts'
import type { SiteDependencies } from '../site-dependencies.ts'
import { checkAddress } from './question-address.ts'
import { doneView, receiptView } from './receipt-page.ts'
import { sendLost } from './send-lost.ts'
import { draftOf, ownerOf, seeOther } from './telling.ts'

/** The receipt, until its reporter says that it is kept. */
export function receiptRoutes(app: FastifyInstance, deps: SiteDependencies): void {
  app.get('/a/receipt', async (request, reply) => {
    const { visit } = request
    const draft = await draftOf(request, deps)
    if (draft.state === 'open') return seeOther(reply, visit, checkAddress)
    if (draft.state === 'none') return sendLost(deps, request, reply)
    return deps.send(request, reply, receiptView(visit, draft))
  })

  app.post('/a/finish', async (request, reply) => {
    expectFields((request.body ?? new Map()) as Form, [])
    const { visit } = request
    const owner = ownerOf(request)
    const draft = await draftOf(request, deps)
    // Another window may have begun anew: what is not sent is not thrown away here.
    if (draft.state === 'open') return seeOther(reply, visit, checkAddress)
    if (owner !== undefined) {
      await deps.stores.drafts.remove(owner.site, draftName(owner.key))
      clearCookie(reply, draftCookie, visit.secure)
    }
    return seeOther(reply, visit, '/a/done')
  })

  app.get('/a/done', async (request, reply) => deps.send(request, reply, doneView(request.visit)))
}
