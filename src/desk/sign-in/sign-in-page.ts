import { idleLimit } from '../../officers/session.ts'
import { button } from '../../ui/components/button.ts'
import { html } from '../../ui/html.ts'
import type { Words } from '../../ui/words.ts'
import type { DeskPageView } from '../desk-page.ts'
import { namelessField, secretField } from '../nameless-field.ts'

const idleMinutes = idleLimit / 60_000

/** How the session before this page came to its end. */
export type Left = 'signed-out' | 'ended' | undefined

export function signInPage(words: Words, back: string, left: Left): DeskPageView {
  return {
    title: words('desk.sign-in.title'),
    scriptWords: 'desk.sign-in.',
    data: { back },
    main: html`<div class="desk-narrow"><h1>${words('desk.sign-in.title')}</h1>
${left && html`<p class="desk-note" role="status">${words(`desk.sign-in.${left}`, { count: idleMinutes })}</p>`}
<form class="desk-pane" method="post" data-desk="sign-in"><fieldset class="desk-fieldset" disabled><legend class="govuk-visually-hidden">${words('desk.sign-in.title')}</legend>
${namelessField({ id: 'name', label: words('desk.sign-in.name'), autocomplete: 'username' })}
${secretField(words, {
  id: 'passphrase',
  label: words('desk.sign-in.passphrase'),
  autocomplete: 'current-password',
})}
${button({ text: words('desk.sign-in.button') })}
</fieldset><p class="desk-progress" role="status" data-progress></p></form>
<p>${words('desk.sign-in.forgotten')}</p></div>`,
  }
}
