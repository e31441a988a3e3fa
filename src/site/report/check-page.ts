import { type Journey, previousQuestion, questionsOf } from '../../reports/journey.ts'
import { type Answers, type Question, wordingOf } from '../../reports/question.ts'
import { backLink } from '../../ui/components/back-link.ts'
import { button } from '../../ui/components/button.ts'
import { errorSummary } from '../../ui/components/error-summary.ts'
import { type SummaryRow, summaryList } from '../../ui/components/summary-list.ts'
import { type Html, html } from '../../ui/html.ts'
import type { Words } from '../../ui/words.ts'
import type { SitePageView } from '../site-pages.ts'
import { answerInWords } from './answer-in-words.ts'
import type { JourneyVisit } from './journey-visit.ts'
import { addressOf, saveAddress } from './question-address.ts'
import { sealedNote } from './sealed-note.ts'

/** Why a report that a browser sealed has not been sent. `unsure`: it may have been. */
export type Failed = 'seal' | 'offline' | 'unsure' | 'trouble' | 'closed'

export interface CheckView {
  readonly visit: JourneyVisit
  readonly failed?: Failed | undefined
  readonly journey: Journey
  readonly answers: Answers
}

/** Everything that would be sent, before it is sent. */
export function checkView(view: CheckView): SitePageView {
  const { words } = view.visit
  return {
    title: words('report.check.title'),
    wrong: view.failed !== undefined,
    main: checkPage(view),
    styles: 'form',
    numbers: true,
    cookieBanner: false,
    focused: true,
  }
}

/** Sending failed, and nobody can say how far it came: the answers cannot be shown, only sent again. */
export function sendTroubleView({ words }: JourneyVisit): SitePageView {
  return {
    title: words('report.check.title'),
    wrong: true,
    main: html`${problem(words('report.trouble.send'), words)}
<h1 class="govuk-heading-l">${words('report.check.send-heading')}</h1>
${sendForm(words('report.check.send'))}`,
    styles: 'form',
    numbers: true,
    cookieBanner: false,
    focused: true,
    status: 503,
  }
}

function checkPage(view: CheckView): Html {
  const { visit, failed } = view
  const { words, site, sealed } = visit
  if (failed !== undefined) return failedPage(view, failed)
  const sendWhat = sealed === 'in the browser' ? 'telling.send-what' : 'report.check.send-what'
  return html`${wayBack(view)}
<h1 class="govuk-heading-l">${words('report.check.title')}</h1>
<p class="govuk-body">${words('report.check.lead')}</p>
${answersOf(view)}
<h2 class="govuk-heading-m">${words('report.check.send-heading')}</h2>
<p class="govuk-body">${words(sendWhat, { controller: site.controller })}</p>
<p class="govuk-body">${words('report.consent.exceptions')}</p>
<p class="govuk-body">${words('report.check.send-after')}</p>
${sendForm(words('report.check.send'))}
${saveForm(words)}
${sealedNote(visit)}`
}

/** Sending again comes first; what was written is still there to be seen. */
function failedPage(view: CheckView, failed: Failed): Html {
  const { words } = view.visit
  // What may have arrived is not changed any more, so that no second report comes of it.
  return html`${failed !== 'unsure' && wayBack(view)}
${problem(words(`telling.failed.${failed}`), words)}
<h1 class="govuk-heading-l">${words('report.check.title')}</h1>
${sendForm(words('telling.send-again'))}
${answersOf(view)}
${failed !== 'unsure' && saveForm(words)}
${sealedNote(view.visit)}`
}

function wayBack({ visit, journey, answers }: CheckView): Html | undefined {
  const previous = previousQuestion(journey, answers)
  return previous && backLink({ text: visit.words('report.back'), href: addressOf(previous) })
}

function answersOf(view: CheckView): Html {
  const asked = questionsOf(view.journey, view.answers).filter(({ fields }) => fields.length > 0)
  return summaryList({ rows: asked.map((question) => row(question, view)) })
}

function problem(text: string, words: Words): Html {
  return errorSummary({ titleText: words('errors.summary'), errorList: [{ text }] })
}

function row(question: Question, { visit, answers, failed }: CheckView): SummaryRow {
  const { words } = visit
  const title = words(wordingOf(question.title, answers))
  const change = {
    text: words('report.check.change'),
    href: addressOf(question),
    visuallyHiddenText: title,
  }
  return {
    key: { text: title },
    value: { html: answerInWords(question, answers[question.id] ?? {}, answers, words) },
    ...(failed !== 'unsure' && { actions: { items: [change] } }),
  }
}

function sendForm(text: string): Html {
  return html`<form action="/a/send" method="post" autocomplete="off" novalidate>
${button({ text })}
</form>
<div role="status" data-sending></div>`
}

function saveForm(words: Words): Html {
  return html`<form action="${saveAddress}" method="post" autocomplete="off" novalidate>
${button({ text: words('saving.button'), classes: 'govuk-button--secondary' })}
</form>`
}
