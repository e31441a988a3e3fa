import type { Receipt } from '../../sealing/receipt.ts'
import { errorSummary } from '../../ui/components/error-summary.ts'
import { linkList } from '../../ui/components/link-list.ts'
import { panel } from '../../ui/components/panel.ts'
import { type Html, html } from '../../ui/html.ts'
import type { Words } from '../../ui/words.ts'
import type { SitePageView } from '../site-pages.ts'
import type { JourneyVisit } from './journey-visit.ts'
import { mailboxNow, type ReceiptProblem, receiptCheck } from './receipt-check.ts'

/** What somebody has when their report is on the disk. */
export interface Sent {
  readonly receipt: Receipt
  readonly reference: string
  /** Who can give support: an entry each, none where nobody is known to fit. */
  readonly support: readonly Html[]
}

/** What was typed as the last group of the receipt, where it is not that. */
export interface LastGroup {
  readonly typed: string
  readonly problem: ReceiptProblem
}

/** The receipt, once the report is on the disk. Never compressed: length must not tell of a secret. */
export function receiptView(visit: JourneyVisit, sent: Sent, last?: LastGroup): SitePageView {
  const { words } = visit
  const title = words('report.receipt.title')
  const wrong = last !== undefined
  return {
    title,
    wrong,
    main: html`${wrong && checkSummary(words, last)}${receiptPage(visit, sent, last)}`,
    styles: 'form',
    numbers: true,
    cookieBanner: false,
    focused: true,
    compress: false,
    ...(wrong && { status: 422 }),
  }
}

/** When the receipt was kept, or was not wanted. */
export function doneView({ words, sealed }: JourneyVisit): SitePageView {
  const lead = sealed === 'in the browser' ? 'telling.done' : 'report.done.lead'
  return {
    title: words('report.done.title'),
    main: html`<h1 class="govuk-heading-l">${words('report.done.title')}</h1>
<p class="govuk-body">${words(lead)}</p>
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

function receiptPage(visit: JourneyVisit, sent: Sent, last: LastGroup | undefined): Html {
  const { words, sealed } = visit
  const inBrowser = sealed === 'in the browser'
  return html`${panel({ titleText: words('report.receipt.title'), text: words('report.receipt.lead') })}
${codes(words, sent)}
<div data-receipt></div>
<h2 class="govuk-heading-m">${words('report.receipt.keep')}</h2>
<ul class="govuk-list govuk-list--bullet">
<li>${words('report.receipt.keep-danger')}</li>
<li>${words('report.receipt.keep-paper')}</li>
<li>${words('report.receipt.keep-now')}</li>
</ul>
${inBrowser && filesPlace(words)}
<div data-finish>${finishing(visit, last)}</div>
${!inBrowser && mailboxNow(words)}
<h2 class="govuk-heading-m">${words('report.receipt.next')}</h2>
<p class="govuk-body">${words('report.receipt.next-read')}</p>
<p class="govuk-body">${words('report.receipt.next-silence')}</p>
${sent.support.length > 0 && supportList(sent.support, words)}
${linkList(nextLinks(words))}`
}

function supportList(entries: readonly Html[], words: Words): Html {
  return html`<h2 class="govuk-heading-m">${words('report.support.title')}</h2>
<p class="govuk-body">${words('report.support.lead')}</p>
${entries}`
}

function codes(words: Words, { receipt, reference }: Sent): Html {
  return html`<div class="receipt">
<h2 class="govuk-heading-m">${words('report.receipt.receipt')}</h2>
<p class="receipt__code" translate="no" dir="ltr" id="receipt">${receipt.replaceAll('-', ' ')}</p>
<p class="govuk-body">${words('report.receipt.receipt-what')}</p>
<h2 class="govuk-heading-m">${words('report.receipt.reference')}</h2>
<p class="receipt__code" translate="no" dir="ltr" id="reference">${reference.replaceAll('-', ' ')}</p>
<p class="govuk-body">${words('report.receipt.reference-what')}</p>
</div>`
}

/** Empty until the script is there that adds files. */
function filesPlace(words: Words): Html {
  return html`<section hidden id="files"><h2 class="govuk-heading-m">${words('mailbox.next.files')}</h2><div data-files></div></section>`
}

/** Where the last group is typed, again where it was wrong. */
export function finishing({ words, sealed }: JourneyVisit, last?: LastGroup): Html {
  const time = sealed === 'in the browser' ? 'telling.receipt-time' : 'report.receipt.time'
  return receiptCheck(words, words(time), last)
}

function nextLinks(words: Words) {
  return [
    { href: '/b', text: words('telling.mailbox') },
    { href: '/guides/after-you-report', text: words('report.receipt.next-guide') },
    { href: '/help', text: words('report.receipt.next-help') },
    { href: '/organizations', text: words('report.receipt.next-organizations') },
  ]
}
