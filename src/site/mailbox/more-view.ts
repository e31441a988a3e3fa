import { reminderTitleLimit } from '../../mailbox/reminder.ts'
import type { TypedDay } from '../../mailbox/typed-day.ts'
import { button } from '../../ui/components/button.ts'
import { checkboxes } from '../../ui/components/checkboxes.ts'
import { dayInput } from '../../ui/components/day-input.ts'
import { input } from '../../ui/components/input.ts'
import { warningText } from '../../ui/components/warning-text.ts'
import { type Html, html } from '../../ui/html.ts'
import type { Words } from '../../ui/words.ts'
import { problemSummary } from './asking-view.ts'
import type { HandedProof } from './handed-out.ts'
import { actButton, type FormView, summaryOf } from './opened-view.ts'
import { proofList } from './proof-list.ts'
import type { Speaking } from './speaking.ts'

const secondary = 'govuk-button--secondary'

export interface ReminderView {
  /** What is in the fields. */
  readonly title: string
  readonly day: TypedDay
  readonly titleProblem?: 'empty' | 'too-long' | undefined
  readonly dayProblem?: 'no-day' | 'past' | undefined
}

/** A reminder that is made in this browser. @param example a day for the hint: `2026-11-26` */
export function reminderPart({ words }: Speaking, view: ReminderView, example: string): Html {
  const limit = reminderTitleLimit
  const title = view.titleProblem && words(`mailbox.reminder.${view.titleProblem}`, { limit })
  const day = view.dayProblem && words(`mailbox.reminder.${view.dayProblem}`)
  const summary = words('errors.summary')
  return html`${title && problemSummary(summary, title, '#title')}
${day && !title && problemSummary(summary, day, '#day-day')}
<p class="govuk-body">${words('mailbox.reminder.lead')}</p>
${warning(words, words('mailbox.reminder.careful'))}
<form method="dialog" data-deed="reminder" autocomplete="off" novalidate>
${input({
  name: 'title',
  label: { text: words('mailbox.reminder.words') },
  hint: { text: words('mailbox.reminder.words-hint') },
  value: view.title,
  autocomplete: 'off',
  spellcheck: false,
  attributes: { dir: 'auto' },
  ...(title && { errorMessage: { text: title } }),
})}
${dayInput({
  name: 'day',
  legend: words('mailbox.reminder.when'),
  hint: words('mailbox.reminder.when-hint', { example: inNumbers(example) }),
  error: day,
  labels: {
    day: words('mailbox.reminder.day'),
    month: words('mailbox.reminder.month'),
    year: words('mailbox.reminder.year'),
  },
  values: view.day,
})}
<p class="govuk-body">${words('common.stays')}</p>
${button({ text: words('mailbox.reminder.button'), classes: secondary })}
</form>`
}

/** What the server signs, once it is asked for. */
export function proofPart(speaking: Speaking, proof?: HandedProof, trouble?: string): Html {
  const { words } = speaking
  return html`${trouble !== undefined && problemSummary(words('errors.summary'), trouble)}
<p class="govuk-body">${words('mailbox.proof.lead')}</p>
${warning(words, words('mailbox.proof.careful'))}
${proof ? proofShown(speaking, proof) : actButton('prove', words('mailbox.next.proof'))}`
}

function proofShown(speaking: Speaking, proof: HandedProof): Html {
  const { words } = speaking
  return html`<div tabindex="-1" aria-label="${words('mailbox.proof.title')}" role="group">${proofList(speaking, proof)}</div>
<p class="govuk-body">${words('mailbox.proof.check')} ${words('common.stays')}</p>
${actButton('save-proof', words('mailbox.proof.save'))}`
}

const means = ['what', 'read', 'kept', 'receipt'] as const

/** Taking the report back, said truthfully before it is done. */
export function withdrawPart({ words }: Speaking, view: FormView = {}): Html {
  return html`${summaryOf(words('errors.summary'), view, '#sure')}
<ul class="govuk-list govuk-list--bullet">${means.map((key) => html`<li>${words(`mailbox.withdraw.${key}`)}</li>`)}</ul>
<p class="govuk-body">${words('mailbox.withdraw.instead')}</p>
<form method="dialog" data-deed="withdraw" autocomplete="off" novalidate>
${checkboxes({
  name: 'sure',
  values: view.typed === undefined ? [] : [view.typed],
  fieldset: {
    legend: { text: words('mailbox.withdraw.title'), classes: 'govuk-visually-hidden' },
  },
  items: [{ value: 'yes', text: words('mailbox.withdraw.tick') }],
  ...(view.error && { errorMessage: { text: view.error } }),
})}
${button({ text: words('mailbox.withdraw.button'), classes: 'govuk-button--warning' })}
</form>`
}

export function withdrawnView({ words }: Speaking): Html {
  return html`<h1 class="govuk-heading-l" tabindex="-1">${words('mailbox.withdraw.done-title')}</h1>
<p class="govuk-body">${words('mailbox.withdraw.done')}</p>`
}

function warning(words: Words, text: string): Html {
  return warningText({ text, iconFallbackText: words('mailbox.warning') })
}

function inNumbers(day: string): string {
  return day.split('-').reverse().map(Number).join(' ')
}
