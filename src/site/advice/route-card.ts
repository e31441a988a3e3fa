import type { ContactRoute } from '../../advice/contact-route.ts'
import { type Html, type HtmlValue, html } from '../../ui/html.ts'
import type { Words } from '../../ui/words.ts'
import { factList } from './fact-list.ts'
import { inLanguage } from './in-language.ts'
import { anchor } from './link-list.ts'

/** What the cards need to know about their page. */
export type RouteView = Readonly<{ words: Words; locale: string }>

/** One way to reach help, with all there is to know before choosing it. */
export function routeCard(route: ContactRoute, view: RouteView): Html {
  const { words, locale } = view
  const language = inLanguage(route.locale, locale)
  return html`<section class="app-route-card app-route-card--${route.urgency}" id="${route.id}">
  <h3 class="govuk-heading-m"${language}>${route.name}</h3>
  ${routeActions(route, view)}
  ${steps(route, words, language)}
  ${factList(
    [
      { term: words('advice.helpWhen'), fact: route.when },
      { term: words('advice.helpHours'), fact: route.hours },
      { term: words('advice.helpCost'), fact: route.cost },
      { term: words('advice.helpLanguages'), fact: route.languages },
      { term: words('advice.helpPrivacy'), fact: route.privacy },
      { term: words('advice.helpAnsweredBy'), fact: route.answeredBy },
    ],
    language,
  )}
  ${notes(route, words, language)}
</section>`
}

/** What to tap: every number, then the page. */
export function routeActions(route: ContactRoute, { words, locale }: RouteView): Html {
  const numbers = route.numbers.map(({ number, href }) => {
    const text = words(href.startsWith('sms:') ? 'advice.message' : 'advice.call', { number })
    return html`<li><a class="app-call" href="${href}">${text}</a></li>`
  })
  const page = route.link && html`<li${inLanguage(route.locale, locale)}>${anchor(route.link)}</li>`
  return html`<ul class="govuk-list app-actions">${numbers}${page}</ul>`
}

function steps(route: ContactRoute, words: Words, language: HtmlValue): HtmlValue {
  if (route.steps.length === 0) return undefined
  return html`<h4 class="govuk-heading-s">${words('advice.helpSteps')}</h4>
<ol class="govuk-list govuk-list--number"${language}>${route.steps.map(item)}</ol>`
}

function notes(route: ContactRoute, words: Words, language: HtmlValue): HtmlValue {
  if (route.notes.length === 0) return undefined
  return html`<h4 class="govuk-heading-s">${words('advice.helpNotes')}</h4>
<ul class="govuk-list govuk-list--bullet"${language}>${route.notes.map(item)}</ul>`
}

function item(text: string): Html {
  return html`<li>${text}</li>`
}
