import { reminderTitleLimit } from '../../mailbox/reminder.ts'
import type { TypedDay } from '../../mailbox/typed-day.ts'
import { button } from '../../ui/components/button.ts'
import { dayInput } from '../../ui/components/day-input.ts'
import { input } from '../../ui/components/input.ts'
import { warningText } from '../../ui/components/warning-text.ts'
import { type Html, html } from '../../ui/html.ts'
import type { SitePageView } from '../site-pages.ts'
import type { Visit } from '../visit.ts'
import { mailboxView } from './mailbox-view.ts'

export interface ReminderView {
  /** What is in the fields. */
  readonly title: string
  readonly day: TypedDay
  readonly titleProblem?: 'empty' | 'too-long' | undefined
  readonly dayProblem?: 'no-day' | 'past' | undefined
  /** A day to write in the hint: `2026-11-26`. */
  readonly example: string
}

/** Choosing the words and the day of a reminder. */
export function reminderView(visit: Visit, view: ReminderView): SitePageView {
  const problems = inWords(visit, view)
  const errors = [
    ...(problems.title ? [{ text: problems.title, href: '#title' }] : []),
    ...(problems.day ? [{ text: problems.day, href: '#day-day' }] : []),
  ]
  return mailboxView(visit, {
    title: visit.words('mailbox.reminder.title'),
    main: reminderPage(visit, view, problems),
    errors,
  })
}

interface Problems {
  readonly title?: string | undefined
  readonly day?: string | undefined
}

function inWords({ words }: Visit, { titleProblem, dayProblem }: ReminderView): Problems {
  const limit = reminderTitleLimit
  return {
    title: titleProblem && words(`mailbox.reminder.${titleProblem}`, { limit }),
    day: dayProblem && words(`mailbox.reminder.${dayProblem}`),
  }
}

function reminderPage({ words }: Visit, view: ReminderView, problems: Problems): Html {
  const [year = '', month = '', day = ''] = view.example.split('-')
  return html`<p class="govuk-body">${words('mailbox.reminder.lead')}</p>
${warningText({ text: words('mailbox.reminder.careful'), iconFallbackText: words('mailbox.warning') })}
<form action="/b/reminder" method="post" autocomplete="off" novalidate>
${input({
  name: 'title',
  label: { text: words('mailbox.reminder.words'), classes: 'govuk-label--m' },
  hint: { text: words('mailbox.reminder.words-hint') },
  value: view.title,
  autocomplete: 'off',
  spellcheck: false,
  attributes: { dir: 'auto' },
  ...(problems.title && { errorMessage: { text: problems.title } }),
})}
${dayInput({
  name: 'day',
  legend: words('mailbox.reminder.when'),
  hint: words('mailbox.reminder.when-hint', {
    example: [day, month, year].map(Number).join(' '),
  }),
  error: problems.day,
  labels: {
    day: words('mailbox.reminder.day'),
    month: words('mailbox.reminder.month'),
    year: words('mailbox.reminder.year'),
  },
  values: view.day,
})}
<p class="govuk-body">${words('common.stays')}</p>
${button({ text: words('mailbox.reminder.button') })}
</form>`
}
