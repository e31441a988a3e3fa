import type { Journey } from '../../reports/journey.ts'
import { type Answers, type Question, wordingOf } from '../../reports/question.ts'
import { backLink } from '../../ui/components/back-link.ts'
import { button } from '../../ui/components/button.ts'
import { type Html, html } from '../../ui/html.ts'
import type { SitePageView } from '../site-pages.ts'
import type { JourneyVisit } from './journey-visit.ts'
import { addressOf, resumeAddress } from './question-address.ts'
import { questionFields } from './question-fields.ts'
import { sealedNote } from './sealed-note.ts'

/** The page that telling us begins with. @param inside what is under its heading */
export function beginning({ words }: JourneyVisit, inside: Html): SitePageView {
  return {
    title: words('report.start.title'),
    main: html`${backLink({ text: words('report.back'), href: '/' })}
<h1 class="govuk-heading-xl">${words('report.start.title')}</h1>
${inside}
<p class="govuk-body"><a class="govuk-link" href="/b">${words('common.footer.mailbox')}</a></p>`,
    styles: 'form',
    numbers: true,
  }
}

/** What telling us is like, and its first question. */
export function firstQuestion(visit: JourneyVisit, journey: Journey, answers: Answers): Html {
  const { words, sealed } = visit
  const [first] = journey.questions
  const time = sealed === 'in the browser' ? 'telling.time' : 'report.start.time'
  return html`<p class="govuk-body-l">${words('report.start.lead')}</p>
<p class="govuk-body">${words('report.start.watched')}</p>
<p class="govuk-body" id="time">${words(time)}</p>
${first && form(first, words, answers)}
<p class="govuk-body"><a class="govuk-link" href="${resumeAddress}">${words('saving.link')}</a></p>
<p class="govuk-body"><a class="govuk-link" href="/how-we-protect-you">${words('saving.protect')}</a></p>
${sealedNote(visit)}`
}

function form(question: Question, words: JourneyVisit['words'], answers: Answers): Html {
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
