import { button } from '../../ui/components/button.ts'
import { type Html, html } from '../../ui/html.ts'
import type { Words } from '../../ui/words.ts'
import { namelessField } from '../nameless-field.ts'

/**
 * What was written since, and writing to the reporter. The page's script shows it once the report is
 * open. No field has a name, so that no browser can ever send what is in it unsealed.
 */
export function messagePane(words: Words): Html {
  return html`<section class="desk-pane desk-messages" data-messages hidden><h2>${words('desk.message.title')}</h2>
<div data-list></div>
<form novalidate autocomplete="off"><div class="govuk-form-group"><label class="govuk-label" for="message">${words('desk.message.label')}</label><div class="govuk-hint" id="message-hint">${words('desk.message.hint')}</div><textarea class="govuk-textarea" id="message" rows="5" dir="auto" autocomplete="off" aria-describedby="message-hint"></textarea></div>
<fieldset class="desk-fieldset"><legend class="govuk-label">${words('desk.message.look-again')}</legend><div class="desk-day-input">${parts.map((part) => namelessField({ id: `look-again-${part}`, label: words(`desk.message.${part}`), autocomplete: 'off', inputmode: 'numeric' }))}</div></fieldset>
<p class="desk-progress" data-progress role="status"></p>
${button({ text: words('desk.message.button') })}</form></section>`
}

const parts = ['day', 'month', 'year'] as const
