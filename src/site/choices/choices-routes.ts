import type { FastifyInstance } from 'fastify'
import type { Form } from '../../web/form.ts'
import type { SiteDependencies } from '../site-dependencies.ts'
import type { SitePageView } from '../site-pages.ts'
import type { Visit } from '../visit.ts'
import {
  bannerChoices,
  type CategoryAnswers,
  categoryAnswers,
  completeChoices,
} from './choices-form.ts'
import { cookiesPage } from './cookies-page.ts'
import { preferencesRoutes } from './preferences-routes.ts'
import { backTo, rememberChoices } from './remember-choices.ts'

/** What may be remembered about a visitor, and how they want to read. */
export function choicesRoutes(app: FastifyInstance, deps: SiteDependencies): void {
  const { send } = deps
  app.post('/choices', async (request, reply) => {
    const { choices, back } = bannerChoices(request.body as Form)
    rememberChoices(request, reply, choices)
    return backTo(reply, request.visit.prefix, back)
  })
  app.get('/cookies', async (request, reply) => {
    const { visit } = request
    return send(request, reply, cookiesView(visit, visit.choices))
  })
  app.post('/cookies', async (request, reply) => {
    const { visit } = request
    const answers = categoryAnswers(request.body as Form)
    const choices = completeChoices(answers, !visit.globalPrivacyControl)
    if (choices === undefined)
      return send(request, reply, {
        ...cookiesView(visit, answers, true),
        status: 422,
        wrong: true,
      })
    rememberChoices(request, reply, choices)
    return backTo(reply, visit.prefix, '/cookies')
  })
  preferencesRoutes(app, deps)
}

function cookiesView(
  visit: Visit,
  answers: CategoryAnswers = { preferences: undefined, statistics: undefined },
  incomplete = false,
): SitePageView {
  return {
    title: visit.words('choices.title'),
    main: cookiesPage({ visit, answers, incomplete }),
    styles: 'form',
    cookieBanner: false,
  }
}
