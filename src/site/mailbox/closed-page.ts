import { linkList } from '../../ui/components/link-list.ts'
import { html } from '../../ui/html.ts'
import type { SitePageView } from '../site-pages.ts'
import type { Visit } from '../visit.ts'

/** When the mailbox was closed, or the report was taken back. */
export function closedView({ words }: Visit, withdrawn: boolean): SitePageView {
  const title = words(withdrawn ? 'mailbox.withdraw.done-title' : 'mailbox.close.title')
  return {
    title,
    main: html`<h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">${words(withdrawn ? 'mailbox.withdraw.done' : 'mailbox.close.lead')}</p>
<p class="govuk-body">${words('report.done.history')}</p>
${linkList([
  { href: '/guides/staying-safe', text: words('report.done.safe') },
  { href: '/help', text: words('report.receipt.next-help') },
  { href: '/organizations', text: words('report.receipt.next-organizations') },
])}`,
    numbers: true,
    cookieBanner: false,
  }
}
