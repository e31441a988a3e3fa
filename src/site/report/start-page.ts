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

type OpenDraft = Extract<DraftState, { state: 'open' }>

/** What telling us is like, and its first question. */
export function startView(visit: Visit, journey: Journey, draft: DraftState): SitePageView {
  const title = visit.words('report.start.title')
  return { title, main: startPage(visit, journey, draft), styles: 'form', numbers: true }
}

function startPage({ words }: Visit, journey: Journey, draft: DraftState): Html {
  return html`${backLink({ text: words('report.back'), href: '/' })}
<h1 class="govuk-heading-xl">${words('report.start.title')}</h1>
${draft.state === 'sent' ? sent(words) : asking(words, journey, draft)}
<p class="govuk-body"><a class="govuk-link" href="/b">${words('common.footer.mailbox')}</a></p>`
}

function asking(words: Words, journey: Journey, draft: DraftState): Html {
  const [first] = journey.questions
  return html`${draft.state === 'open' && begun(words, journey, draft)}
<p class="govuk-body-l">${words('report.start.lead')}</p>
<p class="govuk-body">${words('report.start.watched')}</p>
<p class="govuk-body">${words('report.start.time')}</p>
${first && firstQuestion(words, first, draft)}
${sealedNote(words)}`
}

function begun(words: Words, journey: Journey, { answers }: OpenDraft): Html {
  const goOn = html`<a class="govuk-link" href="${nextAddress(journey, answers)}">${words('report.start.go-on')}</a>`
  return insetText({ html: html`${words('report.start.begun')} ${goOn}` })
}

/** An answer given now could not be added to what has been sent, so nothing is asked. */
function sent(words: Words): Html {
  return html`<p class="govuk-body-l">${words('report.start.sent')}</p>
<p class="govuk-body">${words('report.start.another')}</p>
${button({ text: words('report.start.receipt'), href: '/a/receipt' })}`
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
