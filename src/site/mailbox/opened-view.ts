/** The opened mailbox as one document. Each part is drawn anew by itself, so that what is typed in another stays. */
import { backLink } from '../../ui/components/back-link.ts'
import { button } from '../../ui/components/button.ts'
import { details } from '../../ui/components/details.ts'
import { insetText } from '../../ui/components/inset-text.ts'
import { radios } from '../../ui/components/radios.ts'
import { textarea } from '../../ui/components/textarea.ts'
import { type Html, html } from '../../ui/html.ts'
import { fileList } from '../files/file-list.ts'
import { problemSummary } from './asking-view.ts'
import { lookAgainNote, messagesList } from './messages-list.ts'
import type { OpenMailbox } from './open-handed-out.ts'
import type { Speaking } from './speaking.ts'

/** What is in a form, and what is wrong with it. */
export interface FormView {
  readonly typed?: string | undefined
  /** About the one field of the form. */
  readonly error?: string | undefined
  /** Anything else that went wrong, in words. */
  readonly trouble?: string | undefined
}

const secondary = 'govuk-button--secondary'

/** @param more what else can be done, each under the sentence that opens it */
export function openedView(
  speaking: Speaking,
  mailbox: OpenMailbox,
  more: Readonly<Record<string, readonly [summary: string, inside: Html]>>,
): Html {
  const { words } = speaking
  const back = { text: words('report.back'), href: '/b', attributes: { 'data-act': 'close' } }
  return html`${backLink(back)}
<h1 class="govuk-heading-xl" tabindex="-1">${words('mailbox.open.title')}</h1>
<div class="govuk-button-group">
${actButton('hide', words('mailbox.script.hide'))}
${actButton('close', words('mailbox.close.button'))}
</div>
<p class="govuk-body">${words('mailbox.open.reference', { reference: mailbox.reference })}</p>
${part('messages', messagesPart(speaking, mailbox))}
<p class="govuk-body" role="status" data-status></p>
${actButton('look', words('mailbox.script.look'))}
${insetText({ text: words('mailbox.script.opened') })}
${part('write', writePart(speaking))}
${part('files', fileList(speaking, mailbox.files))}
<section hidden id="files"><h2 class="govuk-heading-m">${words('mailbox.next.files')}</h2><div data-files></div></section>
<h2 class="govuk-heading-m">${words('mailbox.next.title')}</h2>
${Object.entries(more).map(([name, [summaryText, inside]]) =>
  details({ summaryText, html: part(name, inside) }),
)}
<p class="govuk-body">${words('mailbox.script.idle', { count: 10 })}</p>`
}

export function messagesPart(speaking: Speaking, { messages, day }: OpenMailbox): Html {
  return html`${lookAgainNote(speaking, messages, day)}
<h2 class="govuk-heading-m" tabindex="-1">${speaking.words('mailbox.open.messages')}</h2>
${messagesList(speaking, messages)}`
}

export function writePart({ words, site }: Speaking, view: FormView = {}): Html {
  return html`${summaryOf(words('errors.summary'), view, '#text')}
<h2 class="govuk-heading-m">${words('mailbox.write.title')}</h2>
<form method="dialog" data-deed="write" autocomplete="off" novalidate>
${textarea({
  name: 'text',
  label: { text: words('mailbox.write.label') },
  hint: { text: words('mailbox.write.hint') },
  value: view.typed,
  rows: 6,
  autocomplete: 'off',
  spellcheck: false,
  attributes: { dir: 'auto' },
  ...(view.error && { errorMessage: { text: view.error } }),
})}
${button({ text: words('mailbox.write.button') })}
</form>
<p class="govuk-body">${words('mailbox.write.slow')}</p>
${insetText({ text: words('mailbox.script.sealed', { controller: site.controller }) })}`
}

const levels = ['share', 'confidential', 'anonymous'] as const

export function consentPart(
  { words }: Speaking,
  { consent }: OpenMailbox,
  view: FormView = {},
): Html {
  return html`${summaryOf(words('errors.summary'), view, '#consent')}
<form method="dialog" data-deed="consent" autocomplete="off" novalidate>
${radios({
  name: 'consent',
  value: view.typed ?? consent,
  fieldset: { legend: { text: words('mailbox.consent.label') } },
  items: levels.map((value) => ({
    value,
    text: words(`mailbox.consent.${value}`),
    hint: { text: words(`mailbox.consent.${value}-hint`) },
  })),
  ...(view.error && { errorMessage: { text: view.error } }),
})}
<p class="govuk-body">${words('mailbox.consent.after')}</p>
<p class="govuk-body">${words('report.consent.exceptions')}</p>
${button({ text: words('mailbox.consent.button'), classes: secondary })}
</form>`
}

export function summaryOf(
  title: string,
  { error, trouble }: FormView,
  field: string,
): Html | false {
  if (error !== undefined) return problemSummary(title, error, field)
  return trouble !== undefined && problemSummary(title, trouble)
}

function part(name: string, inside: Html): Html {
  return html`<div data-part="${name}">${inside}</div>`
}

/** A button that the script answers to. */
export function actButton(act: string, text: string): Html {
  return button({ type: 'button', text, classes: secondary, attributes: { 'data-act': act } })
}
