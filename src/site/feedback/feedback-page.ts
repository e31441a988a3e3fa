import { eases } from '../../feedback/feedback.ts'
import { button } from '../../ui/components/button.ts'
import { errorSummary } from '../../ui/components/error-summary.ts'
import { insetText } from '../../ui/components/inset-text.ts'
import { radios } from '../../ui/components/radios.ts'
import { textarea } from '../../ui/components/textarea.ts'
import { type Html, html } from '../../ui/html.ts'
import type { Visit } from '../visit.ts'
import { type FeedbackAnswers, type FeedbackProblem, longestComment } from './feedback-form.ts'

export interface FeedbackView {
  readonly visit: Visit
  readonly answers: FeedbackAnswers
  /** What keeps it from being sent; `busy` when too much came in at once. */
  readonly problem?: FeedbackProblem | 'busy'
}

/** Asks what someone thinks of the site. What they typed stays where they typed it. */
export function feedbackPage(view: FeedbackView): Html {
  const { words } = view.visit
  const { page } = view.answers
  const error = problemInWords(view)
  return html`${error && summary(view.visit, error)}
<h1 class="govuk-heading-xl">${words('feedback.title')}</h1>
<p class="govuk-body-l">${words('feedback.lead')}</p>
${notForReports(view.visit)}
<form action="/feedback" method="post" autocomplete="off" novalidate>
${commentQuestion(view, error)}
${easeQuestion(view)}
${page && html`<p class="govuk-body">${words('feedback.page', { page })}</p><input type="hidden" name="page" value="${page}">`}
<p class="govuk-body">${words('feedback.sealed')}</p>
${button({ text: words('feedback.send') })}
</form>`
}

function notForReports({ words }: Visit): Html {
  return insetText({
    html: html`<h2 class="govuk-heading-s">${words('feedback.notReport.heading')}</h2><p class="govuk-body">${words('feedback.notReport.text')} <a class="govuk-link" href="/report">${words('feedback.notReport.link')}</a>.</p>`,
  })
}

function commentQuestion({ visit, answers, problem }: FeedbackView, error?: string): Html {
  const { words, locale } = visit
  const most = longestComment.toLocaleString(locale)
  return textarea({
    name: 'comment',
    label: { text: words('feedback.comment'), classes: 'govuk-label--m' },
    hint: { text: words('feedback.comment.hint', { most }) },
    // Being busy is not a mistake in the field.
    errorMessage: error === undefined || problem === 'busy' ? undefined : { text: error },
    rows: 8,
    value: answers.comment,
    autocomplete: 'off',
    spellcheck: false,
  })
}

function easeQuestion({ visit, answers }: FeedbackView): Html {
  const { words } = visit
  return radios({
    name: 'ease',
    value: answers.ease,
    fieldset: { legend: { text: words('feedback.ease'), classes: 'govuk-fieldset__legend--m' } },
    items: eases.map((value) => ({ value, text: words(`feedback.ease.${value}`) })),
  })
}

function problemInWords({ visit, answers, problem }: FeedbackView): string | undefined {
  const { words, locale } = visit
  if (problem === undefined) return undefined
  if (problem === 'busy') return words('feedback.busy')
  const most = longestComment.toLocaleString(locale)
  const length = answers.comment.length.toLocaleString(locale)
  return words(`feedback.comment.${problem}`, { most, length })
}

function summary({ words }: Visit, text: string): Html {
  return errorSummary({
    titleText: words('errors.summary'),
    errorList: [{ text, href: '#comment' }],
  })
}
