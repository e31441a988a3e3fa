/** A page that asks, for the tests that look at pages in a browser. Never served. */
import { backLink } from '../components/back-link.ts'
import { button } from '../components/button.ts'
import { checkboxes } from '../components/checkboxes.ts'
import { errorSummary } from '../components/error-summary.ts'
import { input } from '../components/input.ts'
import { radios } from '../components/radios.ts'
import { summaryList } from '../components/summary-list.ts'
import { textarea } from '../components/textarea.ts'
import { type Html, html } from '../html.ts'
import { type Look, sampleSite } from './sample-site.ts'

export function sampleForm(look: Look): Html {
  return sampleSite(look, formMain())
}

function formMain(): Html {
  const missing = 'Choose what you would like us to know about you'
  return html`${backLink({ text: 'Back', href: '/report' })}
${errorSummary({ titleText: 'There is a problem', errorList: [{ text: missing, href: '#name' }] })}
<form method="post" novalidate>
${radios({
  idPrefix: 'name',
  name: 'name',
  fieldset: {
    legend: {
      text: 'Do you want to tell us who you are?',
      isPageHeading: true,
      classes: 'govuk-fieldset__legend--l',
    },
  },
  hint: { text: 'You can change your mind later.' },
  errorMessage: { text: missing },
  items: [
    {
      value: 'share',
      text: 'Yes, and you may share it',
      hint: { text: 'With people who can help.' },
    },
    {
      value: 'confidential',
      text: 'Yes, but keep it to yourselves',
      checked: true,
      conditional: {
        html: input({
          name: 'call-me',
          label: { text: 'What shall we call you?' },
          autocomplete: 'off',
          spellcheck: false,
        }),
      },
    },
    { value: 'anonymous', text: 'No, I want to stay unknown' },
    { divider: 'or' },
    { value: 'rather-not', text: 'I would rather not say' },
  ],
})}
${checkboxes({
  name: 'children',
  fieldset: { legend: { text: 'Who is there?', classes: 'govuk-fieldset__legend--m' } },
  items: [
    { value: 'adults', text: 'Adults', checked: true },
    { value: 'children', text: 'Children' },
  ],
})}
${textarea({ name: 'what', label: { text: 'What happened?', classes: 'govuk-label--m' }, hint: { text: 'Write as much or as little as you like.' }, autocomplete: 'off', spellcheck: false })}
<div class="govuk-button-group">${button({ text: 'Continue' })}${button({ text: 'Save nothing and leave', classes: 'govuk-button--secondary' })}</div>
</form>
<h2>What you told us</h2>
${summaryList({
  rows: [
    {
      key: { text: 'Where' },
      value: { text: 'A car wash by the station' },
      actions: { items: [{ text: 'Change', href: '/report/where', visuallyHiddenText: 'where' }] },
    },
    {
      key: { text: 'When' },
      value: { text: 'Every Saturday' },
      actions: { items: [{ text: 'Change', href: '/report/when', visuallyHiddenText: 'when' }] },
    },
  ],
})}`
}
