import { type Answer, type Question, wordingOf } from '../../reports/question.ts'
import { button } from '../../ui/components/button.ts'
import { type Html, html } from '../../ui/html.ts'
import type { SitePageView } from '../site-pages.ts'
import type { Visit } from '../visit.ts'
import { answerInWords } from './answer-in-words.ts'

/** What became of a draft that is not there any more, and where to go on. */
export interface LostView {
  readonly visit: Visit
  /** What was written just now, and kept in a new draft. */
  readonly kept?: { readonly question: Question; readonly answer: Answer } | undefined
  readonly goOn: string
}

export function lostView(view: LostView): SitePageView {
  const { visit, kept } = view
  return {
    title: visit.words('report.lost.title'),
    main: lostPage(view),
    styles: 'form',
    numbers: true,
    cookieBanner: false,
    focused: true,
    ...(kept === undefined && { status: 410 }),
  }
}

function lostPage({ visit, kept, goOn }: LostView): Html {
  const { words } = visit
  return html`<h1 class="govuk-heading-l">${words('report.lost.title')}</h1>
<p class="govuk-body">${words('report.lost.why')}</p>
<p class="govuk-body">${words('report.lost.cookies')}</p>
${kept && keptWords(visit, kept)}
${button({ text: words(kept ? 'report.lost.go-on' : 'report.lost.begin'), href: goOn })}`
}

function keptWords({ words }: Visit, kept: NonNullable<LostView['kept']>): Html {
  const { question, answer } = kept
  return html`<h2 class="govuk-heading-m">${words(wordingOf(question.title, {}))}</h2>
<p class="govuk-body">${words('report.lost.kept')}</p>
${answerInWords(question, answer, {}, words)}`
}
