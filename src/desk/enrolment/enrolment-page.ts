import { passphraseLength, shortestPassphrase } from '../../officers/new-passphrase.ts'
import { button } from '../../ui/components/button.ts'
import { type Html, html } from '../../ui/html.ts'
import type { Words } from '../../ui/words.ts'
import type { DeskPageView } from '../desk-page.ts'
import { namelessField, secretField } from '../nameless-field.ts'

/** The same page for everyone: what the link is for, only its secret can tell, and the script asks. */
export function enrolmentPage(words: Words): DeskPageView {
  return {
    title: words('desk.enrol.title'),
    scriptWords: 'desk.enrol.',
    data: { shortest: shortestPassphrase },
    main: html`<div class="desk-narrow" data-desk="enrol"><h1>${words('desk.enrol.title')}</h1>
<p class="desk-note" role="status" data-state>${words('desk.enrol.reading')}</p>
<form class="desk-pane" method="post" hidden>
<p data-who></p>
<div data-name hidden>${namelessField({
      id: 'name',
      label: words('desk.enrol.name'),
      hint: words('desk.enrol.name-hint'),
      autocomplete: 'username',
    })}</div>
<h2>${words('desk.enrol.passphrase')}</h2>
<p>${words('desk.enrol.passphrase-why')}</p>
${offered(words)}
${own(words)}
${secretField(words, {
  id: 'again',
  label: words('desk.enrol.again'),
  hint: words('desk.enrol.again-hint'),
  autocomplete: 'new-password',
})}
${button({ text: words('desk.enrol.button') })}
<p class="desk-progress" role="status" data-progress></p>
</form>
${done(words)}</div>`,
  }
}

function offered(words: Words): Html {
  return html`<div data-offered><p>${words('desk.enrol.offered', { count: passphraseLength })}</p>
<p class="desk-passphrase" data-passphrase></p>
<p>${words('desk.enrol.offered-keep')}</p>
<p class="desk-actions">${quiet(words('desk.enrol.another'), 'another')}${quiet(words('desk.enrol.own'), 'own')}</p></div>`
}

function own(words: Words): Html {
  return html`<div data-own hidden>${secretField(words, {
    id: 'passphrase',
    label: words('desk.enrol.own-label'),
    hint: words('desk.enrol.own-hint', { count: shortestPassphrase }),
    autocomplete: 'new-password',
  })}<p class="desk-actions">${quiet(words('desk.enrol.offer'), 'offer')}</p></div>`
}

function done(words: Words): Html {
  return html`<div class="desk-pane" data-done hidden tabindex="-1"><h2>${words('desk.enrol.done')}</h2>
<p>${words('desk.enrol.done-forget')}</p>
<p data-first hidden><strong>${words('desk.enrol.done-first')}</strong></p>
<p data-waiting hidden>${words('desk.enrol.done-waiting')}</p>
${button({ text: words('desk.enrol.done-sign-in'), href: '/sign-in' })}</div>`
}

function quiet(text: string, does: string): Html {
  return button({
    text,
    type: 'button',
    classes: 'govuk-button--secondary',
    attributes: { 'data-does': does },
  })
}
