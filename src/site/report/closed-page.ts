import { linkList } from '../../ui/components/link-list.ts'
import { html } from '../../ui/html.ts'
import type { SitePageView } from '../site-pages.ts'
import type { Visit } from '../visit.ts'

/** Nobody could read a report yet. */
export function closedView({ words }: Visit): SitePageView {
  return {
    title: words('report.closed.title'),
    main: html`<h1 class="govuk-heading-xl">${words('report.closed.title')}</h1>
<p class="govuk-body-l">${words('report.closed.text')}</p>
${linkList([
  { href: '/help', text: words('report.receipt.next-help') },
  { href: '/organizations', text: words('report.receipt.next-organizations') },
])}`,
    numbers: true,
  }
}
