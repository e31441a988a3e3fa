import type { FastifyInstance } from 'fastify'
import { findOrganization } from '../../directory/directory.ts'
import { draftName } from '../../reports/draft.ts'
import type { DraftState } from '../../reports/read-draft.ts'
import { isLastGroup, type Receipt } from '../../sealing/receipt.ts'
import { clearCookie } from '../../web/cookies.ts'
import { expectFields, type Form, field } from '../../web/form.ts'
import { draftCookie } from '../choices/cookies.ts'
import { startVisit, stopVisit } from '../mailbox/visiting.ts'
import type { SiteDependencies } from '../site-dependencies.ts'
import type { Visit } from '../visit.ts'
import { checkAddress } from './question-address.ts'
import { doneView, type LastGroup, receiptView, type Sent } from './receipt-page.ts'
import { sendLost } from './send-lost.ts'
import { supportEntry } from './support-entry.ts'
import { draftOf, ownerOf, seeOther } from './telling.ts'

/** The receipt, until its reporter says that it is kept. */
export function receiptRoutes(app: FastifyInstance, deps: SiteDependencies): void {
  app.get('/a/receipt', async (request, reply) => {
    const { visit } = request
    const draft = await draftOf(request, deps)
    if (draft.state === 'open') return seeOther(reply, visit, checkAddress)
    if (draft.state === 'none') return sendLost(deps, request, reply)
    return deps.send(request, reply, receiptView(visit, sentTo(visit, draft)))
  })

  app.post('/a/finish', async (request, reply) => {
    const form = expectFields((request.body ?? new Map()) as Form, ['last-group', 'unchecked'])
    const { visit } = request
    const owner = ownerOf(request)
    const draft = await draftOf(request, deps)
    // Another window may have begun anew: what is not sent is not thrown away here.
    if (draft.state === 'open') return seeOther(reply, visit, checkAddress)
    const last = draft.state === 'sent' ? wrongLastGroup(form, draft.receipt) : undefined
    if (draft.state === 'sent' && last !== undefined)
      return deps.send(request, reply, receiptView(visit, sentTo(visit, draft), last))
    await stopVisit(request, reply, deps)
    if (owner !== undefined) {
      await deps.stores.drafts.remove(owner.site, draftName(owner.key))
      clearCookie(reply, draftCookie, visit.secure)
    }
    return seeOther(reply, visit, '/a/done')
  })

  app.post('/a/mailbox', async (request, reply) => {
    const to = field(expectFields((request.body ?? new Map()) as Form, ['to']), 'to')
    const { visit } = request
    const draft = await draftOf(request, deps)
    if (draft.state === 'open') return seeOther(reply, visit, checkAddress)
    if (draft.state === 'none') return sendLost(deps, request, reply)
    await startVisit(request, reply, deps, draft.receipt)
    return seeOther(reply, visit, to === 'files' ? '/b/files' : '/b/open')
  })

  app.get('/a/done', async (request, reply) => deps.send(request, reply, doneView(request.visit)))
}

/** What is wrong with the last group; `undefined` where it is right, or nobody wants it checked. */
function wrongLastGroup(form: Form, receipt: Receipt): LastGroup | undefined {
  const typed = field(form, 'last-group')
  if (field(form, 'unchecked') !== '' || isLastGroup(typed, receipt)) return undefined
  return { typed, problem: typed.trim() === '' ? 'empty' : 'wrong' }
}

function sentTo(
  { words, locale, content }: Visit,
  { receipt, reference, organizations }: Extract<DraftState, { state: 'sent' }>,
): Sent {
  const fitting = organizations.flatMap((id) => findOrganization(content.directory, id) ?? [])
  return { receipt, reference, support: fitting.map((one) => supportEntry(one, words, locale)) }
}
