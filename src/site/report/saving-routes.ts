import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { changeAnswer } from '../../reports/change-answer.ts'
import { draftName } from '../../reports/draft.ts'
import { savedAsId, savedReceipt } from '../../reports/saved-as.ts'
import { clearCookie } from '../../web/cookies.ts'
import { expectFields, type Form, field } from '../../web/form.ts'
import { calendarDay } from '../advice/calendar-day.ts'
import { draftCookie } from '../choices/cookies.ts'
import { comeBackEither } from '../mailbox/come-back.ts'
import { type Asked, orTrouble } from '../mailbox/mailbox-view.ts'
import type { SiteDependencies } from '../site-dependencies.ts'
import { nextAddress, resumeAddress, saveAddress } from './question-address.ts'
import { resumeView } from './resume-page.ts'
import { leftView, savedView, saveTroubleView, unsavedView } from './saved-page.ts'
import { destroySavedHere, findSavedHere, save } from './saving.ts'
import { sendLost } from './send-lost.ts'
import { draftOf, journeyOf, ownerOf, seeOther } from './telling.ts'

/** Saving an unfinished report, and going on with it another day. */
export function savingRoutes(app: FastifyInstance, deps: SiteDependencies): void {
  app.get(saveAddress, async (request, reply) => showSaved({ request, reply, deps }))

  app.post(saveAddress, async (request, reply) => {
    const form = expectFields((request.body ?? new Map()) as Form, ['next'])
    const asked = { request, reply, deps }
    return orTrouble(
      asked,
      () => change(asked, field(form, 'next')),
      () => saveTroubleView(request.visit),
    )
  })

  app.get('/a/saved', async (request, reply) => deps.send(request, reply, leftView(request.visit)))

  app.get(resumeAddress, async (request, reply) => {
    const { visit } = request
    const replaces = (await draftOf(request, deps)).state === 'open'
    return deps.send(request, reply, resumeView({ visit, replaces }))
  })

  app.post(resumeAddress, async (request, reply) => {
    const { visit } = request
    const typed = field(expectFields((request.body ?? new Map()) as Form, ['receipt']), 'receipt')
    const asked = { request, reply, deps }
    return orTrouble(
      asked,
      () => comeBackEither(asked, typed, (problem) => resumeView({ visit, typed, problem })),
      () => resumeView({ visit, typed, problem: 'trouble' }),
    )
  })
}

async function showSaved({ request, reply, deps }: Asked): Promise<FastifyReply> {
  const { visit } = request
  const draft = await draftOf(request, deps)
  if (draft.state === 'sent') return seeOther(reply, visit, '/a/receipt')
  if (draft.state === 'none') return sendLost(deps, request, reply)
  const { answers } = draft
  const goOn = nextAddress(journeyOf(visit), answers)
  const receipt = savedReceipt(answers)
  const saved = receipt && (await findSavedHere(visit, receipt, deps))
  if (receipt === undefined || saved === undefined) return seeOther(reply, visit, goOn)
  const day = calendarDay(saved.lastDay, visit.locale)
  return deps.send(request, reply, savedView(visit, { receipt, day, goOn }))
}

async function change(asked: Asked, then: string): Promise<FastifyReply> {
  const { request, reply, deps } = asked
  const { visit } = request
  const owner = ownerOf(request)
  const draft = await draftOf(request, deps)
  if (draft.state === 'sent') return seeOther(reply, visit, '/a/receipt')
  if (owner === undefined || draft.state === 'none') return sendLost(deps, request, reply)
  const { answers } = draft
  const receipt = savedReceipt(answers)
  if (then === 'leave' && receipt !== undefined) return leave(request, reply, deps)
  if (then !== 'destroy') return save(request, reply, deps, { owner, answers })
  if (receipt !== undefined) await destroySavedHere(visit, receipt, deps)
  await changeAnswer(deps.stores.drafts, owner, { id: savedAsId, answer: {} }, deps.now())
  const goOn = nextAddress(journeyOf(visit), answers)
  return deps.send(request, reply, unsavedView(visit, goOn))
}

/** Nothing is left in this browser, and of the draft only what is saved. */
async function leave(
  request: FastifyRequest,
  reply: FastifyReply,
  { stores }: SiteDependencies,
): Promise<FastifyReply> {
  const { visit } = request
  const owner = ownerOf(request)
  if (owner !== undefined) await stores.drafts.remove(owner.site, draftName(owner.key))
  clearCookie(reply, draftCookie, visit.secure)
  return seeOther(reply, visit, '/a/saved')
}
