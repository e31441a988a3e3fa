import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { supportingOrganizations } from '../../directory/directory.ts'
import { nextQuestion } from '../../reports/journey.ts'
import { type Submitted, submitReport } from '../../reports/submit-report.ts'
import { faultStatusOf } from '../../web/fault.ts'
import { expectFields, type Form } from '../../web/form.ts'
import { failure } from '../../web/log.ts'
import type { SiteDependencies } from '../site-dependencies.ts'
import { checkView, sendTroubleView } from './check-page.ts'
import { closedView } from './closed-page.ts'
import { addressOf, nextAddress } from './question-address.ts'
import { destroySavedOf } from './saving.ts'
import { sendLost } from './send-lost.ts'
import { answersIn, draftOf, isClosed, journeyOf, ownerOf, seeOther } from './telling.ts'

/** Checking the answers, and sending them. */
export function sendingRoutes(app: FastifyInstance, deps: SiteDependencies): void {
  app.get('/a/check', async (request, reply) => showCheck(request, reply, deps))
  app.post('/a/send', async (request, reply) => {
    expectFields((request.body ?? new Map()) as Form, [])
    return send(request, reply, deps).catch((error: unknown) => {
      if (faultStatusOf(error) < 500) throw error
      deps.log(failure('site', error))
      reply.header('retry-after', '60')
      return deps.send(request, reply, sendTroubleView(request.visit))
    })
  })
}

async function showCheck(
  request: FastifyRequest,
  reply: FastifyReply,
  deps: SiteDependencies,
): Promise<FastifyReply> {
  const { visit } = request
  const journey = journeyOf(visit)
  if (await isClosed(visit, deps)) return deps.send(request, reply, closedView(visit))
  const draft = await draftOf(request, deps)
  if (draft.state === 'sent') return seeOther(reply, visit, '/a/receipt')
  if (draft.state === 'none') return sendLost(deps, request, reply)
  const { answers } = draft
  if (nextQuestion(journey, answers) !== undefined)
    return seeOther(reply, visit, nextAddress(journey, answers))
  return deps.send(request, reply, checkView({ visit, journey, answers }))
}

async function send(
  request: FastifyRequest,
  reply: FastifyReply,
  deps: SiteDependencies,
): Promise<FastifyReply> {
  const { visit } = request
  const before = answersIn(await draftOf(request, deps))
  const submitted = await submit(request, deps)
  if (submitted === undefined)
    return deps.send(request, reply, { ...closedView(visit), status: 503 })
  if (submitted.outcome === 'no-draft') return sendLost(deps, request, reply)
  if (submitted.outcome === 'sent') await destroySavedOf(before, visit, deps)
  const address = submitted.outcome === 'sent' ? '/a/receipt' : addressOf(submitted.question)
  return seeOther(reply, visit, address)
}

/** `undefined` while the desk has no key. */
async function submit(
  request: FastifyRequest,
  { stores, secrets, seal, intake, now }: SiteDependencies,
): Promise<Submitted | undefined> {
  const { visit } = request
  const owner = ownerOf(request)
  if (owner === undefined) return { outcome: 'no-draft' }
  const deskKey = await stores.deskKeys.find(visit.site.desk.id)
  if (deskKey === undefined) return undefined
  const { drafts, sending } = stores
  const { admit, inTurn } = intake
  const means = { drafts, sending, seal, admit, inTurn, secretKey: secrets.secretKey }
  return submitReport(means, {
    draftKey: owner.key,
    journey: journeyOf(visit),
    site: visit.site.id,
    desk: visit.site.desk.id,
    deskKey,
    language: visit.locale,
    words: visit.words,
    organizations: supportingOrganizations(visit.content.directory),
    now: now(),
  })
}
