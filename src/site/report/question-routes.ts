import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { readAnswer } from '../../reports/answers.ts'
import { beginDraft, changeAnswer, type GivenAnswer } from '../../reports/change-answer.ts'
import { findQuestion, isReached, type Journey, looksOf } from '../../reports/journey.ts'
import { type Answer, type Answers, isEmpty, type Question } from '../../reports/question.ts'
import type { DraftOwner } from '../../reports/read-draft.ts'
import { setCookie } from '../../web/cookies.ts'
import { Fault, faultStatusOf } from '../../web/fault.ts'
import { expectFields, type Form, field } from '../../web/form.ts'
import { failure } from '../../web/log.ts'
import { draftCookie } from '../choices/cookies.ts'
import type { SiteDependencies } from '../site-dependencies.ts'
import { closedView } from './closed-page.ts'
import { lostView } from './lost-page.ts'
import { nextAddress } from './question-address.ts'
import { questionView } from './question-page.ts'
import type { Problem } from './question-view.ts'
import { save } from './saving.ts'
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

interface Kept {
  readonly owner: DraftOwner | undefined
  readonly answers: Answers
  /** Whether the reporter stops here for now. */
  readonly saves: boolean
}

/** One question a page. */
export function questionRoutes(app: FastifyInstance, deps: SiteDependencies): void {
  app.get('/a/:page', async (request, reply) => show(asked(request, reply, deps)))
  app.post('/a/:page', async (request, reply) => {
    const one = asked(request, reply, deps)
    const names = one.question.fields.map(({ name }) => name)
    const form = expectFields((request.body ?? new Map()) as Form, [...names, 'next'])
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
  const view = () => questionView({ visit, journey, question, answers, typed })
  if (!isEmpty(typed)) return deps.send(request, reply, view())
  return deps.sendKept(request, reply, looksOf(journey, answers, question), view)
}

async function take(one: Asked, form: Form): Promise<FastifyReply> {
  const { request, reply, deps, journey, question } = one
  const { visit } = request
  const read = readAnswer(question, form)
  const saves = field(form, 'next') === 'save'
  if (read.outcome === 'errors') {
    const draft = await draftOf(request, deps)
    const owner = ownerOf(request)
    // Who stops here need not have answered this question.
    if (saves && isEmpty(read.typed) && owner !== undefined && draft.state === 'open')
      return save(request, reply, deps, { owner, answers: draft.answers })
    const answers = answersIn(draft)
    return deps.send(request, reply, questionView({ visit, journey, question, answers, ...read }))
  }
  if (await isClosed(visit, deps)) return sendAgain(one, read.answer, 'closed')
  const given = { id: question.id, answer: read.answer }
  const owner = ownerOf(request)
  const draft = owner && (await changeAnswer(deps.stores.drafts, owner, given, deps.now()))
  if (draft?.state === 'sent') return sendAgain(one, read.answer, 'sent')
  if (draft?.state === 'open') return goOn(one, { owner, answers: draft.answers, saves })
  return begin(one, given, saves)
}

/** To the next question; or to the receipt of a saved draft. */
function goOn(one: Asked, kept: Kept): FastifyReply | Promise<FastifyReply> {
  const { request, reply, deps, journey } = one
  const { owner, answers, saves } = kept
  if (saves && owner !== undefined) return save(request, reply, deps, { owner, answers })
  return seeOther(reply, request.visit, nextAddress(journey, answers))
}

/** The first answer of a draft; where there should have been others, says what became of them. */
async function begin(one: Asked, given: GivenAnswer, saves: boolean): Promise<FastifyReply> {
  const { request, reply, deps, journey, question } = one
  const { visit } = request
  const { site, secure } = visit
  const { key, answers } = await beginDraft(deps.stores.drafts, site.id, given, deps.now())
  setCookie(reply, draftCookie, key, secure)
  if (isFreshStart(request, journey, question))
    return goOn(one, { owner: { site: site.id, key }, answers, saves })
  const kept = { question, answer: given.answer }
  const next = nextAddress(journey, answers)
  return deps.send(request, reply, lostView({ visit, kept, goOn: next }))
}

/** Whatever failed behind the page, what was typed is still on it. */
async function keepTyped(one: Asked, form: Form, error: unknown): Promise<FastifyReply> {
  if (faultStatusOf(error) < 500) throw error
  one.deps.log(failure('site', error))
  const read = readAnswer(one.question, form)
  one.reply.header('retry-after', '60')
  const problem = field(form, 'next') === 'save' ? 'unsaved' : 'trouble'
  return sendAgain(one, read.outcome === 'answer' ? read.answer : read.typed, problem)
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
