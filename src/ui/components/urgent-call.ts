import { type Html, html } from '../../ui/html.ts'
import type { Words } from '../../ui/words.ts'

/** The first thing on every page of advice: whom to call when there is no time to read. */
export function urgentCall(words: Words): Html {
  return html`<div class="app-urgent">
  <p class="app-urgent__title"><a class="app-urgent__call" href="tel:999">${words('advice.urgentTitle')}</a></p>
  <p class="govuk-body">${words('advice.urgentText')} <a class="govuk-link" href="/help#silent-solution">${words('advice.urgentLink')}</a></p>
</div>`
}
