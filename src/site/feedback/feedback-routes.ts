import type { FastifyInstance } from 'fastify'
import { sendFeedback } from '../../feedback/send-feedback.ts'
import type { Form } from '../../web/form.ts'
import type { SiteDependencies } from '../site-dependencies.ts'
import type { SitePageView } from '../site-pages.ts'
import type { Visit } from '../visit.ts'
import { Arrivals } from './arrivals.ts'
import {
  type FeedbackAnswers,
  feedbackAnswers,
  feedbackProblem,
  pageFrom,
} from './feedback-form.ts'
import { type FeedbackView, feedbackPage } from './feedback-page.ts'
import { closedPage, thanksPage } from './feedback-states.ts'

/** More than any site hears in a minute, and few enough that nobody can flood the desk. */
const mostInAMinute = 30

/** What people think of the site, sealed on arrival to those who read it. */
export function feedbackRoutes(app: FastifyInstance, deps: SiteDependencies): void {
  const { send, stores, now } = deps
  const arrivals = new Arrivals(mostInAMinute, now)

  app.get('/feedback', async (request, reply) => {
    const { visit } = request
    const deskKey = await stores.deskKeys.find(visit.site.desk.id)
    if (deskKey === undefined) return send(request, reply, closedView(visit))
    return send(request, reply, formView({ visit, answers: blank(request.query) }))
  })

  app.post('/feedback', async (request, reply) => {
    const { visit } = request
    const answers = feedbackAnswers(request.body as Form)
    const deskKey = await stores.deskKeys.find(visit.site.desk.id)
    if (deskKey === undefined)
      return send(request, reply, { ...closedView(visit, answers), status: 503 })
    const problem = feedbackProblem(answers)
    if (problem !== undefined)
      return send(request, reply, { ...formView({ visit, answers, problem }), status: 422 })
    if (!arrivals.admit(visit.site.id))
      return send(request, reply.header('retry-after', '60'), {
        ...formView({ visit, answers, problem: 'busy' }),
        status: 429,
      })
    await sendFeedback(stores.feedback, {
      site: visit.site.id,
      desk: visit.site.desk.id,
      deskKey,
      language: visit.locale,
      ...answers,
      now: now(),
    })
    return reply
      .code(303)
      .header('cache-control', 'no-store')
      .header('location', `${visit.prefix}/feedback/thanks`)
      .send()
  })

  app.get('/feedback/thanks', async (request, reply) => {
    const { words } = request.visit
    return send(request, reply, {
      title: words('feedback.thanks.title'),
      main: thanksPage(words),
      cookieBanner: false,
    })
  })
}

function formView(view: FeedbackView): SitePageView {
  const title = view.visit.words('feedback.title')
  const wrong = view.problem !== undefined
  return { title, wrong, main: feedbackPage(view), styles: 'form', numbers: true }
}

function closedView({ words }: Visit, answers?: FeedbackAnswers): SitePageView {
  const main = closedPage(words, answers?.comment)
  return { title: words('feedback.closed.title'), main, styles: 'form', numbers: true }
}

function blank(query: unknown): FeedbackAnswers {
  const { from } = query as { from?: unknown }
  return {
    comment: '',
    ease: undefined,
    page: typeof from === 'string' ? pageFrom(from) : undefined,
  }
}
