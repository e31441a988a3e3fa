import { backLink } from '../../ui/components/back-link.ts'
import { button } from '../../ui/components/button.ts'
import { errorSummary } from '../../ui/components/error-summary.ts'
import { insetText } from '../../ui/components/inset-text.ts'
import { type Html, html } from '../../ui/html.ts'
import type { Words } from '../../ui/words.ts'
import type { SitePageView } from '../site-pages.ts'
import type { Visit } from '../visit.ts'
import { type ComeProblem, problemInWords } from './come-problem.ts'
import { mailboxDataBlock } from './mailbox-data-block.ts'
import { isAboutReceipt, receiptField, whatToTry } from './receipt-field.ts'

export interface ComeView {
  readonly visit: Visit
  /** What is in the field. */
  readonly typed?: string
  readonly problem?: ComeProblem
  /** Whether this browser has a mailbox open already. */
  readonly isOpen?: boolean
}

const statuses = { empty: 422, mistyped: 422, unknown: 404, over: 410, trouble: 503 } as const

/** Typing the receipt. */
export function comeView(view: ComeView): SitePageView {
  const { visit, problem } = view
  return {
    title: visit.words('mailbox.come.title'),
    wrong: problem !== undefined,
    main: comePage(view),
    styles: 'form',
    numbers: true,
    cookieBanner: false,
    focused: true,
    // What was typed may be a receipt: the length of the page must not tell of it.
    compress: problem === undefined,
    script: 'mailbox',
    ...(problem !== undefined && { status: statuses[problem] }),
  }
}

function comePage({ visit, typed = '', problem, isOpen = false }: ComeView): Html {
  const { words } = visit
  return html`<div data-mailbox>${backLink({ text: words('report.back'), href: '/' })}
${problem && summary(words, problem, typed)}
<h1 class="govuk-heading-xl">${words('mailbox.come.title')}</h1>
${isOpen && alreadyOpen(words)}
<p class="govuk-body-l">${words('mailbox.come.lead')}</p>
${problem === 'unknown' && whatToTry(words)}
<form action="/b" method="post" autocomplete="off" novalidate>
${receiptField(words, typed, isAboutReceipt(problem) ? problem : undefined)}
${button({ text: words('mailbox.come.button') })}
</form>
<p class="govuk-body" role="status" data-status></p>
${insetText({ text: words('mailbox.come.way'), attributes: { 'data-way': true } })}
<p class="govuk-body">${words('mailbox.come.lost')}</p>
<p class="govuk-body"><a class="govuk-link" href="/how-we-protect-you">${words('saving.protect')}</a></p></div>
${mailboxDataBlock(visit)}`
}

function summary(words: Words, problem: ComeProblem, typed: string): Html {
  const href = isAboutReceipt(problem) ? { href: '#receipt' } : {}
  return errorSummary({
    titleText: words('errors.summary'),
    errorList: [{ text: problemInWords(words, problem, typed), ...href }],
  })
}

function alreadyOpen(words: Words): Html {
  const goOn = html`<a class="govuk-link" href="/b/open">${words('mailbox.come.go-on')}</a>`
  return insetText({ html: html`${words('mailbox.come.is-open')} ${goOn}` })
}
