import type { FastifyInstance } from 'fastify'
import { setCookie } from '../../web/cookies.ts'
import type { Form } from '../../web/form.ts'
import type { SiteDependencies } from '../site-dependencies.ts'
import type { SitePageView } from '../site-pages.ts'
import type { Visit } from '../visit.ts'
import { preferencesCookie } from './cookies.ts'
import { formatPreferences, type Preferences } from './preferences.ts'
import { preferencesAnswers } from './preferences-form.ts'
import { preferencesPage } from './preferences-page.ts'
import { backTo, rememberChoices } from './remember-choices.ts'

export function preferencesRoutes(app: FastifyInstance, { send }: SiteDependencies): void {
  app.get('/preferences', async (request, reply) => {
    const { visit } = request
    return send(request, reply, preferencesView(visit, visit.preferences))
  })
  app.post('/preferences', async (request, reply) => {
    const { visit } = request
    const allowed = visit.choices?.preferences === true
    const { preferences, remember } = preferencesAnswers(request.body as Form, visit)
    if (!allowed && !remember)
      return send(request, reply, {
        ...preferencesView(visit, preferences, true),
        status: 422,
        wrong: true,
      })
    if (!allowed)
      rememberChoices(request, reply, {
        preferences: true,
        statistics: visit.choices?.statistics === true,
      })
    setCookie(reply, preferencesCookie, formatPreferences(preferences), visit.secure)
    // Without the language in the address: from now on the cookie says it.
    return backTo(reply, '', '/preferences')
  })
}

function preferencesView(visit: Visit, preferences: Preferences, notAllowed = false): SitePageView {
  return {
    title: visit.words('choices.reading.title'),
    main: preferencesPage({ visit, preferences, notAllowed }),
    styles: 'form',
    cookieBanner: false,
  }
}
