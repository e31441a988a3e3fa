import type { Journey } from '../../reports/journey.ts'
import { type Question, wordingOf } from '../../reports/question.ts'
import type { DraftState } from '../../reports/read-draft.ts'
import { backLink } from '../../ui/components/back-link.ts'
import { button } from '../../ui/components/button.ts'
import { insetText } from '../../ui/components/inset-text.ts'
import { type Html, html } from '../../ui/html.ts'
import type { Words } from '../../ui/words.ts'
import type { SitePageView } from '../site-pages.ts'
import type { Visit } from '../visit.ts'
import { addressOf, nextAddress } from './question-address.ts'
import { questionFields } from './question-fields.ts'
import { sealedNote } from './sealed-note.ts'
import { answersIn } from './telling.ts'

/** What telling us is like, and its first question. */
export function startView(visit: Visit, journey: Journey, draft: DraftState): SitePageView {
  const title = visit.words('report.start.title')
  return { title, main: startPage(visit, journey, draft), styles: 'form', numbers: true }
}

function startPage({ words }: Visit, journey: Journey, draft: DraftState): Html {
  const [first] = journey.questions
  return html`${backLink({ text: words('report.back'), href: '/' })}
<h1 class="govuk-heading-xl">${words('report.start.title')}</h1>
${begun(words, journey, draft)}
<p class="govuk-body-l">${words('report.start.lead')}</p>
<p class="govuk-body">${words('report.start.watched')}</p>
<p class="govuk-body">${words('report.start.time')}</p>
${first && firstQuestion(words, first, draft)}
${sealedNote(words)}`
}

function begun(words: Words, journey: Journey, draft: DraftState): Html | undefined {
  if (draft.state === 'none') return undefined
  const [sentence, link, href] =
    draft.state === 'sent'
      ? [words('report.start.sent'), words('report.start.receipt'), '/a/receipt']
      : [
          words('report.start.begun'),
          words('report.start.go-on'),
          nextAddress(journey, draft.answers),
        ]
  return insetText({ html: html`${sentence} <a class="govuk-link" href="${href}">${link}</a>` })
}

function firstQuestion(words: Words, question: Question, draft: DraftState): Html {
  const answers = answersIn(draft)
  const fields = questionFields(question.fields, {
    words,
    typed: answers[question.id] ?? {},
    errors: [],
    answers,
    title: words(wordingOf(question.title, answers)),
    titleShown: false,
    describedBy: undefined,
  })
  return html`<form action="${addressOf(question)}" method="post" autocomplete="off" novalidate>
${fields}
${button({ text: words('report.continue') })}
</form>`
}
