import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Consent } from '../../reports/consent.ts'
import { expectFields, type Form, field } from '../../web/form.ts'
import { seeOther } from '../report/telling.ts'
import type { SiteDependencies } from '../site-dependencies.ts'
import { sendOver } from './come-back.ts'
import { consentView, levels } from './consent-page.ts'
import { type Asked, orTrouble } from './mailbox-view.ts'
import { damagedView } from './open-page.ts'
import { openReached, reachMailbox } from './reach-mailbox.ts'
import { writeToDesk } from './write-to-desk.ts'

/** What may be done with a report that was sent. */
export function consentRoutes(app: FastifyInstance, deps: SiteDependencies): void {
  app.get('/b/consent', async (request, reply) => {
    const asked = { request, reply, deps }
    const { visit } = request
    const reached = await reachMailbox(request, deps)
    if (reached === undefined) return sendOver(asked)
    const opened = await openReached(reached, deps)
    if (opened.outcome === 'damaged')
      return deps.send(request, reply, damagedView(visit, reached.mailbox))
    return deps.send(request, reply, consentView(visit, { chosen: opened.consent }))
  })

  app.post('/b/consent', async (request, reply) => {
    const { visit } = request
    const form = expectFields((request.body ?? new Map()) as Form, ['consent'])
    const chosen = levels.find((level) => level === field(form, 'consent'))
    const asked = { request, reply, deps }
    return orTrouble(
      asked,
      () => change(asked, chosen),
      () => consentView(visit, { chosen, problem: 'trouble' }),
    )
  })
}

async function change(asked: Asked, chosen: Consent | undefined): Promise<FastifyReply> {
  const { request, reply, deps } = asked
  const { visit } = request
  const reached = await reachMailbox(request, deps)
  if (reached === undefined) return sendOver(asked)
  if (chosen === undefined)
    return deps.send(request, reply, consentView(visit, { chosen, problem: 'empty' }))
  const outcome = await writeToDesk(deps, reached, { text: '', consent: chosen })
  if (outcome === 'added') return seeOther(reply, visit, '/b/open?said=consent')
  if (outcome === 'not-found') return sendOver(asked)
  if (outcome === 'damaged') return deps.send(request, reply, damagedView(visit, reached.mailbox))
  return deps.send(request, reply, consentView(visit, { chosen, problem: 'full' }))
}
