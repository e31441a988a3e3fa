import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { readAnswer } from '../../reports/answers.ts'
import { beginDraft, changeAnswer, type GivenAnswer } from '../../reports/change-answer.ts'
import { findQuestion, isReached, type Journey } from '../../reports/journey.ts'
import type { Answer, Question } from '../../reports/question.ts'
import { setCookie } from '../../web/cookies.ts'
import { Fault, faultStatusOf } from '../../web/fault.ts'
import { expectFields, type Form } from '../../web/form.ts'
import { failure } from '../../web/log.ts'
import { draftCookie } from '../choices/cookies.ts'
import type { SiteDependencies } from '../site-dependencies.ts'
import { closedView } from './closed-page.ts'
import { lostView } from './lost-page.ts'
import { nextAddress } from './question-address.ts'
import { questionView } from './question-page.ts'
import type { Problem } from './question-view.ts'
import { sendLost } from './send-lost.ts'
import { answersIn, draftOf, isClosed, journeyOf, ownerOf, seeOther } from './telling.ts'

/** One request about one question. */
interface Asked {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly deps: SiteDependencies
  readonly journey: Journey
  readonly question: Question
}

/** One question a page. */
export function questionRoutes(app: FastifyInstance, deps: SiteDependencies): void {
  app.get('/a/:page', async (request, reply) => show(asked(request, reply, deps)))
  app.post('/a/:page', async (request, reply) => {
    const one = asked(request, reply, deps)
    const names = one.question.fields.map(({ name }) => name)
    const form = expectFields((request.body ?? new Map()) as Form, names)
    return take(one, form).catch((error: unknown) => keepTyped(one, form, error))
  })
}

function asked(request: FastifyRequest, reply: FastifyReply, deps: SiteDependencies): Asked {
  const journey = journeyOf(request.visit)
  const { page } = request.params as { page: string }
  const question = /^[1-9]\d?$/.test(page) ? findQuestion(journey, Number(page)) : undefined
  if (question === undefined) throw new Fault(404, 'no such question')
  return { request, reply, deps, journey, question }
}

async function show({ request, reply, deps, journey, question }: Asked): Promise<FastifyReply> {
  const { visit } = request
  if (await isClosed(visit, deps)) return deps.send(request, reply, closedView(visit))
  const draft = await draftOf(request, deps)
  if (draft.state === 'sent') return seeOther(reply, visit, '/a/receipt')
  const answers = answersIn(draft)
  const isLost = draft.state === 'none' && !isFreshStart(request, journey, question)
  if (isLost) return sendLost(deps, request, reply)
  if (!isReached(journey, answers, question))
    return seeOther(reply, visit, nextAddress(journey, answers))
  const typed = answers[question.id] ?? {}
  return deps.send(request, reply, questionView({ visit, journey, question, answers, typed }))
}

async function take(one: Asked, form: Form): Promise<FastifyReply> {
  const { request, reply, deps, journey, question } = one
  const { visit } = request
  const read = readAnswer(question, form)
  if (read.outcome === 'errors') {
    const answers = answersIn(await draftOf(request, deps))
    return deps.send(request, reply, questionView({ visit, journey, question, answers, ...read }))
  }
  if (await isClosed(visit, deps)) return sendAgain(one, read.answer, 'closed')
  const given = { id: question.id, answer: read.answer }
  const owner = ownerOf(request)
  const draft = owner && (await changeAnswer(deps.stores.drafts, owner, given, deps.now()))
  if (draft?.state === 'sent') return sendAgain(one, read.answer, 'sent')
  if (draft?.state === 'open') return seeOther(reply, visit, nextAddress(journey, draft.answers))
  return begin(one, given)
}

/** The first answer of a draft; where there should have been others, says what became of them. */
async function begin(one: Asked, given: GivenAnswer): Promise<FastifyReply> {
  const { request, reply, deps, journey, question } = one
  const { visit } = request
  const { site, secure } = visit
  const { key, answers } = await beginDraft(deps.stores.drafts, site.id, given, deps.now())
  setCookie(reply, draftCookie, key, secure)
  const goOn = nextAddress(journey, answers)
  if (isFreshStart(request, journey, question)) return seeOther(reply, visit, goOn)
  const kept = { question, answer: given.answer }
  return deps.send(request, reply, lostView({ visit, kept, goOn }))
}

/** Whatever failed behind the page, what was typed is still on it. */
async function keepTyped(one: Asked, form: Form, error: unknown): Promise<FastifyReply> {
  if (faultStatusOf(error) < 500) throw error
  one.deps.log(failure('site', error))
  const read = readAnswer(one.question, form)
  one.reply.header('retry-after', '60')
  return sendAgain(one, read.outcome === 'answer' ? read.answer : read.typed, 'trouble')
}

async function sendAgain(one: Asked, typed: Answer, problem: Problem): Promise<FastifyReply> {
  const { request, reply, deps, journey, question } = one
  const { visit } = request
  const view = questionView({ visit, journey, question, answers: {}, typed, problem })
  return deps.send(request, reply, view)
}

function isFreshStart(request: FastifyRequest, journey: Journey, question: Question): boolean {
  return ownerOf(request) === undefined && question === journey.questions[0]
}
