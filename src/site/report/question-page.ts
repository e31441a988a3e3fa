import { type Place, placeOf, previousQuestion } from '../../reports/journey.ts'
import { wordingOf } from '../../reports/question.ts'
import { backLink } from '../../ui/components/back-link.ts'
import { button } from '../../ui/components/button.ts'
import { type ErrorLink, errorSummary } from '../../ui/components/error-summary.ts'
import { type Html, html } from '../../ui/html.ts'
import type { Words } from '../../ui/words.ts'
import type { SitePageView } from '../site-pages.ts'
import { dangerPage } from './danger-page.ts'
import { addressOf } from './question-address.ts'
import { questionFields } from './question-fields.ts'
import type { QuestionView } from './question-view.ts'
import { sealedNote } from './sealed-note.ts'

const statuses = { closed: 503, sent: 409, trouble: 503, unsaved: 503 } as const

/** One question, one page. Its title and address say only which number it has. */
export function questionView(view: QuestionView): SitePageView {
  const { visit, question, errors = [], problem } = view
  const { words } = visit
  const { number } = placeOf(view.journey, view.answers, question)
  const title = words('report.title.question', { number })
  const wrong = errors.length > 0 || problem !== undefined
  const status = problem === undefined ? 422 : statuses[problem]
  return {
    title,
    wrong,
    step: number,
    main: question.fields.length === 0 ? dangerPage(view, before(view)) : questionPage(view),
    styles: 'form',
    numbers: true,
    // Answering the banner would lose what is in the fields.
    cookieBanner: false,
    focused: true,
    ...(wrong && { status }),
  }
}

function questionPage(view: QuestionView): Html {
  const { visit, journey, question, answers, typed, errors = [] } = view
  const { words } = visit
  const title = words(wordingOf(question.title, answers))
  const explain = question.explain ?? []
  const fields = questionFields(question.fields, {
    words,
    typed,
    errors,
    answers,
    title,
    titleShown: true,
    describedBy: explain.length > 0 ? 'explain' : undefined,
  })
  return html`${before(view)}
<span class="govuk-caption-l">${progress(placeOf(journey, answers, question), words)}</span>
<h1 class="govuk-heading-l">${title}</h1>
${explain.length > 0 && html`<div id="explain">${explain.map((key) => html`<p class="govuk-body">${words(key)}</p>`)}</div>`}
<form action="${addressOf(question)}" method="post" autocomplete="off" novalidate>
${fields}
<div class="govuk-button-group">${button({ text: words('report.continue') })}${saveButton(words)}</div>
</form>
${sealedNote(visit)}`
}

/** After the button that goes on, because the Enter key presses the first. */
function saveButton(words: Words): Html {
  const classes = 'govuk-button--secondary'
  return button({ text: words('saving.button'), name: 'next', value: 'save', classes })
}

function progress({ number, count, about }: Place, words: Words): string {
  return words(about ? 'report.of-about' : 'report.of', { number, count })
}

/** Where the reporter came from, and what is wrong, with links to where it is. */
function before(view: QuestionView): Html {
  const { visit, journey, question, answers } = view
  const previous = previousQuestion(journey, answers, question)
  const href = previous === undefined ? '/report' : addressOf(previous)
  return html`${backLink({ text: visit.words('report.back'), href })}
${summary(view)}`
}

function summary({ visit, errors = [], problem }: QuestionView): Html | undefined {
  const { words } = visit
  const list: ErrorLink[] = errors.map(({ field, key, values }) => ({
    text: words(key, values),
    href: `#${field}`,
  }))
  if (problem === 'unsaved') list.push({ text: words('saving.trouble') })
  else if (problem !== undefined) list.push({ text: words(`report.${problem}.typed`) })
  if (problem === 'sent') list.push({ text: words('report.start.receipt'), href: '/a/receipt' })
  return list.length === 0
    ? undefined
    : errorSummary({ titleText: words('errors.summary'), errorList: list })
}
