import type { Journey } from '../../reports/journey.ts'
import type { DraftState } from '../../reports/read-draft.ts'
import { button } from '../../ui/components/button.ts'
import { insetText } from '../../ui/components/inset-text.ts'
import { type Html, html } from '../../ui/html.ts'
import type { Words } from '../../ui/words.ts'
import type { SitePageView } from '../site-pages.ts'
import type { Visit } from '../visit.ts'
import { beginning, firstQuestion } from './first-question.ts'
import { nextAddress } from './question-address.ts'

/** The start, with what this browser has begun or sent already. */
export function startView(visit: Visit, journey: Journey, draft: DraftState): SitePageView {
  const { words } = visit
  if (draft.state === 'sent') return beginning(visit, sent(words))
  if (draft.state === 'none')
    return { ...beginning(visit, firstQuestion(visit, journey, {})), script: 'telling' }
  const { answers } = draft
  // What was begun without script goes on without: its answers are not in this browser.
  const goOn = html`<a class="govuk-link" href="${nextAddress(journey, answers)}">${words('report.start.go-on')}</a>`
  const begun = insetText({ html: html`${words('report.start.begun')} ${goOn}` })
  return beginning(visit, html`${begun}${firstQuestion(visit, journey, answers)}`)
}

/** An answer given now could not be added to what has been sent, so nothing is asked. */
function sent(words: Words): Html {
  return html`<p class="govuk-body-l">${words('report.start.sent')}</p>
<p class="govuk-body">${words('report.start.another')}</p>
${button({ text: words('report.start.receipt'), href: '/a/receipt' })}`
}
