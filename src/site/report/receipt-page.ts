import { findOrganization } from '../../directory/directory.ts'
import type { DraftState } from '../../reports/read-draft.ts'
import { errorSummary } from '../../ui/components/error-summary.ts'
import { linkList } from '../../ui/components/link-list.ts'
import { panel } from '../../ui/components/panel.ts'
import { type Html, html } from '../../ui/html.ts'
import type { Words } from '../../ui/words.ts'
import type { SitePageView } from '../site-pages.ts'
import type { Visit } from '../visit.ts'
import { mailboxNow, type ReceiptProblem, receiptCheck } from './receipt-check.ts'
import { supportList } from './support-list.ts'

type Sent = Extract<DraftState, { state: 'sent' }>

/** What was typed as the last group of the receipt, where it is not that. */
export interface LastGroup {
  readonly typed: string
  readonly problem: ReceiptProblem
}

/** The receipt, once the report is on the disk. Never compressed: length must not tell of a secret. */
export function receiptView(visit: Visit, sent: Sent, last?: LastGroup): SitePageView {
  const { words } = visit
  const title = words('report.receipt.title')
  return {
    title: last === undefined ? title : words('report.title.error', { title }),
    main: html`${last && checkSummary(words, last)}${receiptPage(visit, sent, last)}`,
    ...(last !== undefined && { status: 422 }),
    styles: 'form',
    numbers: true,
    cookieBanner: false,
    focused: true,
    compress: false,
  }
}

/** When the receipt was kept, or was not wanted. */
export function doneView({ words }: Visit): SitePageView {
  return {
    title: words('report.done.title'),
    main: html`<h1 class="govuk-heading-l">${words('report.done.title')}</h1>
<p class="govuk-body">${words('report.done.lead')}</p>
<p class="govuk-body">${words('report.done.history')}</p>
${linkList([
  { href: '/guides/staying-safe', text: words('report.done.safe') },
  ...nextLinks(words),
])}`,
    numbers: true,
    cookieBanner: false,
  }
}

function checkSummary(words: Words, { problem }: LastGroup): Html {
  const wrong = { text: words(`mailbox.receipt.${problem}`), href: '#last-group' }
  return errorSummary({ titleText: words('errors.summary'), errorList: [wrong] })
}

function receiptPage({ words, locale, content }: Visit, sent: Sent, last?: LastGroup): Html {
  const { receipt, reference } = sent
  const fitting = sent.organizations.flatMap((id) => findOrganization(content.directory, id) ?? [])
  return html`${panel({ titleText: words('report.receipt.title'), text: words('report.receipt.lead') })}
<div class="receipt">
<h2 class="govuk-heading-m">${words('report.receipt.receipt')}</h2>
<p class="receipt__code" translate="no" dir="ltr" id="receipt">${receipt.replaceAll('-', ' ')}</p>
<p class="govuk-body">${words('report.receipt.receipt-what')}</p>
<h2 class="govuk-heading-m">${words('report.receipt.reference')}</h2>
<p class="receipt__code" translate="no" dir="ltr" id="reference">${reference.replaceAll('-', ' ')}</p>
<p class="govuk-body">${words('report.receipt.reference-what')}</p>
</div>
<h2 class="govuk-heading-m">${words('report.receipt.keep')}</h2>
<ul class="govuk-list govuk-list--bullet">
<li>${words('report.receipt.keep-danger')}</li>
<li>${words('report.receipt.keep-paper')}</li>
<li>${words('report.receipt.keep-now')}</li>
</ul>
${receiptCheck(words, last?.problem, last?.typed)}
${mailboxNow(words)}
<h2 class="govuk-heading-m">${words('report.receipt.next')}</h2>
<p class="govuk-body">${words('report.receipt.next-read')}</p>
<p class="govuk-body">${words('report.receipt.next-silence')}</p>
${supportList(fitting, words, locale)}
${linkList(nextLinks(words))}`
}

function nextLinks(words: Words) {
  return [
    { href: '/guides/after-you-report', text: words('report.receipt.next-guide') },
    { href: '/help', text: words('report.receipt.next-help') },
    { href: '/organizations', text: words('report.receipt.next-organizations') },
  ]
}
