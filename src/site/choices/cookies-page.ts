import { button } from '../../ui/components/button.ts'
import { errorSummary } from '../../ui/components/error-summary.ts'
import { insetText } from '../../ui/components/inset-text.ts'
import { linkList } from '../../ui/components/link-list.ts'
import { radios } from '../../ui/components/radios.ts'
import { type Html, html } from '../../ui/html.ts'
import type { Visit } from '../visit.ts'
import type { Choices } from './choices.ts'
import type { CategoryAnswers } from './choices-form.ts'
import { choicesNotice } from './choices-notice.ts'
import { cookiesNotice } from './cookies-notice.ts'

export interface CookiesView {
  readonly visit: Visit
  readonly answers: CategoryAnswers
  /** Whether an answer is missing from what was just sent. */
  readonly incomplete: boolean
}

type Category = keyof Choices

/** What may be remembered, by category, and the notice that lists every cookie. */
export function cookiesPage(view: CookiesView): Html {
  const { visit, incomplete } = view
  const { words } = visit
  return html`${incomplete ? errors(view) : choicesNotice(visit, words('choices.savedHere'))}
<h1 class="govuk-heading-xl">${words('choices.title')}</h1>
<p class="govuk-body-l">${words('choices.lead')}</p>
${visit.choices === undefined && html`<p class="govuk-body">${words('choices.nothingYet')}</p>`}
<h2 class="govuk-heading-m">${words('choices.essential.heading')}</h2>
<p class="govuk-body">${words('choices.essential.text')} ${words('choices.essential.always')}</p>
<form action="/cookies" method="post" autocomplete="off" novalidate>
${question('preferences', view)}
${visit.globalPrivacyControl ? signal(visit) : question('statistics', view)}
${button({ text: words('choices.save') })}
</form>
${cookiesNotice(visit)}
<h2 class="govuk-heading-l">${words('choices.next')}</h2>
${linkList([
  { href: '/preferences', text: words('choices.next.preferences') },
  { href: '/privacy', text: words('choices.next.privacy') },
  { href: '/guides/staying-safe', text: words('choices.next.safety') },
])}`
}

function question(category: Category, { visit, answers, incomplete }: CookiesView): Html {
  const { words } = visit
  const answer = answers[category]
  const missing = incomplete && answer === undefined
  return radios({
    name: category,
    classes: 'govuk-radios--inline',
    fieldset: {
      legend: {
        text: words(`choices.${category}.legend`),
        classes: 'govuk-fieldset__legend--m',
      },
    },
    hint: { text: words(`choices.${category}.hint`) },
    errorMessage: missing ? { text: words(`choices.${category}.missing`) } : undefined,
    items: [
      { value: 'yes', text: words(`choices.${category}.yes`), checked: answer === true },
      { value: 'no', text: words(`choices.${category}.no`), checked: answer === false },
    ],
  })
}

function signal({ words }: Visit): Html {
  return html`<h2 class="govuk-heading-m">${words('choices.statistics.heading')}</h2>${insetText({ text: words('choices.statistics.signal') })}`
}

function errors({ visit, answers }: CookiesView): Html {
  const { words, globalPrivacyControl } = visit
  const asked: readonly Category[] = globalPrivacyControl
    ? ['preferences']
    : ['preferences', 'statistics']
  return errorSummary({
    titleText: words('errors.summary'),
    errorList: asked
      .filter((category) => answers[category] === undefined)
      .map((category) => ({ text: words(`choices.${category}.missing`), href: `#${category}` })),
  })
}
