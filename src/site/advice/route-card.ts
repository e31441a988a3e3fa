import type { ContactRoute } from '../../advice/contact-route.ts'
import { box, split } from '../../ui/components/box.ts'
import { button } from '../../ui/components/button.ts'
import { callLink } from '../../ui/components/call-link.ts'
import { factList } from '../../ui/components/fact-list.ts'
import { anchor } from '../../ui/components/link-list.ts'
import { type Html, type HtmlValue, html } from '../../ui/html.ts'
import type { Words } from '../../ui/words.ts'
import { inLanguage } from './in-language.ts'

/** What the cards need to know about their page. */
export type RouteView = Readonly<{ words: Words; locale: string }>

/** One way to reach help: what it is for, and what to tap. */
export function shortRouteCard(route: ContactRoute, view: RouteView): Html {
  return box({ danger: isDanger(route), html: routeAnswer(route, view) })
}

/** One way to reach help, with all there is to know before choosing it. */
export function routeCard(route: ContactRoute, view: RouteView): Html {
  return box({
    id: route.id,
    danger: isDanger(route),
    html: split(
      html`${routeAnswer(route, view)}${routeSteps(route, view)}`,
      routeFacts(route, view),
    ),
  })
}

/** How to do it, and what is good to know: nothing, where it is enough to call. */
export function routeSteps(route: ContactRoute, { words, locale }: RouteView): Html {
  const language = inLanguage(route.locale, locale)
  return html`${route.steps.length > 0 && steps(route, words, language)}${route.notes.length > 0 && notes(route, words, language)}`
}

function routeAnswer(route: ContactRoute, view: RouteView): Html {
  const language = inLanguage(route.locale, view.locale)
  return html`<h3${language}>${route.name}</h3>
<p${language}>${route.when}</p>
${routeActions(route, view)}`
}

/** What to tap: every number, then the page. */
export function routeActions(route: ContactRoute, { words, locale }: RouteView): Html {
  const numbers = route.numbers.map(({ number, href }) => {
    const text = words(href.startsWith('sms:') ? 'advice.message' : 'advice.call', { number })
    return html`<li>${callLink({ href, text, danger: isDanger(route) })}</li>`
  })
  const page = route.link && html`<li${inLanguage(route.locale, locale)}>${link(route)}</li>`
  return html`<ul class="calls">${numbers}${page}</ul>`
}

/** Where there is no number, the page is what to tap. */
function link(route: ContactRoute): Html | undefined {
  if (route.link === undefined || route.numbers.length > 0) return route.link && anchor(route.link)
  const { href, text } = route.link
  return button({
    href,
    text,
    classes: isDanger(route) ? 'govuk-button--warning' : undefined,
    attributes: { role: undefined, rel: href.startsWith('https:') && 'noreferrer' },
  })
}

function steps(route: ContactRoute, words: Words, language: HtmlValue): Html {
  return html`<h4>${words('advice.helpSteps')}</h4>
<ol class="govuk-list govuk-list--number"${language}>${route.steps.map(item)}</ol>`
}

function notes(route: ContactRoute, words: Words, language: HtmlValue): Html {
  return html`<h4>${words('advice.helpNotes')}</h4>
<ul class="govuk-list govuk-list--bullet"${language}>${route.notes.map(item)}</ul>`
}

function item(text: string): Html {
  return html`<li>${text}</li>`
}

function routeFacts(route: ContactRoute, { words, locale }: RouteView): Html {
  return factList(
    [
      { term: words('advice.helpHours'), fact: route.hours },
      { term: words('advice.helpCost'), fact: route.cost },
      { term: words('advice.helpLanguages'), fact: route.languages },
      { term: words('advice.helpPrivacy'), fact: route.privacy },
      { term: words('advice.helpAnsweredBy'), fact: route.answeredBy },
    ],
    inLanguage(route.locale, locale),
  )
}

function isDanger({ urgency }: ContactRoute): boolean {
  return urgency === 'emergency'
}
