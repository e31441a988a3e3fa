import { messageLimit } from '../../mailbox/message.ts'
import { button } from '../../ui/components/button.ts'
import type { ErrorLink } from '../../ui/components/error-summary.ts'
import { insetText } from '../../ui/components/inset-text.ts'
import { textarea } from '../../ui/components/textarea.ts'
import { type Html, html } from '../../ui/html.ts'
import type { Words } from '../../ui/words.ts'
import type { SitePageView } from '../site-pages.ts'
import type { Visit } from '../visit.ts'
import { type ComeProblem, problemInWords } from './come-problem.ts'
import { mailboxView } from './mailbox-view.ts'
import { isAboutReceipt, receiptField } from './receipt-field.ts'

export type MessageProblem = 'empty' | 'too-long' | 'full' | 'over' | 'trouble'

export interface MessageView {
  /** What is in the field. */
  readonly text?: string
  readonly problem?: MessageProblem
  /** Where the visit is over: the receipt has to be typed again. */
  readonly again?: { readonly typed: string; readonly problem?: ComeProblem }
}

const statuses = { empty: 422, 'too-long': 422, full: 409, over: 410, trouble: 503 } as const

/** Writing to officers, on a page of its own. */
export function messageView(visit: Visit, view: MessageView): SitePageView {
  const { problem } = view
  return mailboxView(visit, {
    title: visit.words('mailbox.write.title'),
    main: messageForm(visit, view),
    errors: errorsOf(visit.words, view),
    status: problem && statuses[problem],
  })
}

export function messageForm(visit: Visit, { text, problem, again }: MessageView): Html {
  const { words, site } = visit
  const error = problem && isAboutText(problem) && textProblem(words, problem, text)
  return html`<form action="/b/message" method="post" autocomplete="off" novalidate>
${textarea({
  name: 'text',
  label: { text: words('mailbox.write.label'), classes: 'govuk-label--m' },
  hint: { text: words('mailbox.write.hint') },
  value: text,
  rows: 6,
  autocomplete: 'off',
  spellcheck: false,
  attributes: { dir: 'auto' },
  ...(error && { errorMessage: { text: error } }),
})}
${again && receiptField(words, again.typed, isAboutReceipt(again.problem) ? again.problem : undefined)}
${button({ text: words('mailbox.write.button') })}
</form>
<p class="govuk-body">${words('mailbox.write.slow')}</p>
${insetText({ text: words('mailbox.write.sealed', { controller: site.controller }) })}`
}

function errorsOf(words: Words, { text, problem, again }: MessageView): readonly ErrorLink[] {
  if (problem === undefined) return []
  const href = { empty: '#text', 'too-long': '#text', over: '#receipt', full: '', trouble: '' }[
    problem
  ]
  const about = { text: textProblem(words, problem, text), ...(href !== '' && { href }) }
  if (again?.problem === undefined) return [about]
  return [about, { text: problemInWords(words, again.problem, again.typed), href: '#receipt' }]
}

function isAboutText(problem: MessageProblem): boolean {
  return problem === 'empty' || problem === 'too-long'
}

function textProblem(words: Words, problem: MessageProblem, text = ''): string {
  const over = text.length - messageLimit
  return words(`mailbox.write.${problem}`, { over, limit: messageLimit })
}
