import type { Receipt } from '../../sealing/receipt.ts'
import { button } from '../../ui/components/button.ts'
import { errorSummary } from '../../ui/components/error-summary.ts'
import { insetText } from '../../ui/components/inset-text.ts'
import { linkList } from '../../ui/components/link-list.ts'
import { panel } from '../../ui/components/panel.ts'
import { type Html, html } from '../../ui/html.ts'
import type { Words } from '../../ui/words.ts'
import type { SitePageView } from '../site-pages.ts'
import type { JourneyVisit } from './journey-visit.ts'
import { checkAddress, resumeAddress, saveAddress } from './question-address.ts'

/** A draft that waits for its reporter. */
export interface SavedView {
  readonly receipt: Receipt
  /** The last day on which it is there, as people say it. */
  readonly day: string
  /** Where the questions go on. */
  readonly goOn: string
}

const standing = {
  styles: 'form',
  numbers: true,
  cookieBanner: false,
  focused: true,
  compress: false,
} as const

/** The receipt of a draft, so named that nobody takes it for that of a report. */
export function savedView(visit: JourneyVisit, view: SavedView): SitePageView {
  const { words } = visit
  return { title: words('saving.title'), main: savedPage(visit, view), ...standing }
}

/** When the receipt was kept and somebody stops here. */
export function leftView({ words, sealed }: JourneyVisit): SitePageView {
  const lead = sealed === 'in the browser' ? 'saving.left.lead-browser' : 'saving.left.lead'
  return {
    title: words('saving.left.title'),
    main: html`<h1 class="govuk-heading-l">${words('saving.left.title')}</h1>
<p class="govuk-body">${words(lead)}</p>
<p class="govuk-body">${words('report.done.history')}</p>
${linkList([
  { href: '/guides/staying-safe', text: words('report.done.safe') },
  { href: resumeAddress, text: words('saving.link') },
  { href: '/help', text: words('report.receipt.next-help') },
])}`,
    numbers: true,
    cookieBanner: false,
  }
}

/** When somebody would rather not have it saved. */
export function unsavedView({ words }: JourneyVisit, goOn: string): SitePageView {
  const title = words('saving.gone')
  return {
    title,
    main: html`<h1 class="govuk-heading-l">${title}</h1>
${button({ text: words('saving.go-on'), href: goOn })}`,
    ...standing,
  }
}

/** Saving failed; what was told is still where it was. */
export function saveTroubleView({ words }: JourneyVisit): SitePageView {
  const title = words('saving.button')
  return {
    title,
    wrong: true,
    main: html`${errorSummary({ titleText: words('errors.summary'), errorList: [{ text: words('saving.trouble') }] })}
<h1 class="govuk-heading-l">${title}</h1>
<form action="${saveAddress}" method="post" autocomplete="off" novalidate>
${button({ text: title })}
</form>
<p class="govuk-body"><a class="govuk-link" href="${checkAddress}">${words('saving.go-on')}</a></p>`,
    ...standing,
    status: 503,
  }
}

function savedPage({ words, sealed }: JourneyVisit, { receipt, day, goOn }: SavedView): Html {
  const way = sealed === 'in the browser' ? 'saving.way-browser' : 'saving.way'
  return html`${panel({ titleText: words('saving.title'), text: words('saving.lead') })}
<div class="receipt">
<h2 class="govuk-heading-m">${words('saving.receipt')}</h2>
<p class="receipt__code" translate="no" dir="ltr" id="receipt">${receipt.replaceAll('-', ' ')}</p>
<p class="govuk-body">${words('saving.receipt-what')}</p>
</div>
<div data-receipt></div>
<p class="govuk-body">${words('saving.until', { day })}</p>
<p class="govuk-body">${words('saving.lost')}</p>
<h2 class="govuk-heading-m">${words('saving.how')}</h2>
<ol class="govuk-list govuk-list--number">
<li>${words('saving.how-site', { start: words('report.start.title') })}</li>
<li>${words('saving.how-link', { link: words('saving.link') })}</li>
</ol>
<h2 class="govuk-heading-m">${words('saving.keep')}</h2>
<ul class="govuk-list govuk-list--bullet">
<li>${words('report.receipt.keep-paper')}</li>
<li>${words('saving.keep-danger')}</li>
</ul>
${choices(words, goOn)}
${insetText({ text: words(way) })}`
}

function choices(words: Words, goOn: string): Html {
  const leave = button({ text: words('saving.leave'), name: 'next', value: 'leave' })
  const destroy = button({
    text: words('saving.destroy'),
    name: 'next',
    value: 'destroy',
    classes: 'govuk-button--secondary',
  })
  return html`<form action="${saveAddress}" method="post" autocomplete="off" novalidate>
<div class="govuk-button-group">${leave}${destroy}</div>
</form>
<p class="govuk-body"><a class="govuk-link" href="${goOn}">${words('saving.go-on')}</a></p>`
}
