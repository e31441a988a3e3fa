import type { StoredMailbox } from '../../mailbox/mailbox-store.ts'
import type { OpenedMessage } from '../../mailbox/sealed-message.ts'
import type { Consent } from '../../reports/consent.ts'
import { backLink } from '../../ui/components/back-link.ts'
import { button } from '../../ui/components/button.ts'
import { insetText } from '../../ui/components/inset-text.ts'
import { linkList } from '../../ui/components/link-list.ts'
import { notificationBanner } from '../../ui/components/notification-banner.ts'
import { type Html, html } from '../../ui/html.ts'
import type { SitePageView } from '../site-pages.ts'
import type { Visit } from '../visit.ts'
import { standing } from './mailbox-view.ts'
import { messageForm } from './message-page.ts'
import { lookAgainNote, messagesList } from './messages-list.ts'

/** What can just have been done. */
export const sayings = ['message', 'consent', 'notice-on', 'notice-off'] as const

export interface OpenView {
  readonly visit: Visit
  readonly mailbox: StoredMailbox
  readonly messages: readonly OpenedMessage[]
  /** `undefined` where the report itself cannot be read. */
  readonly consent: Consent | undefined
  /** `2026-11-22` */
  readonly today: string
  /** What was just done. */
  readonly said: (typeof sayings)[number] | undefined
  /** Whether the reporter can hear by e-mail or text that there is a message. */
  readonly offersNotice: boolean
}

/** What was written since the report was sent, and what its reporter can do. */
export function openView(view: OpenView): SitePageView {
  const { words } = view.visit
  return { title: words('mailbox.open.title'), main: openPage(view), ...standing }
}

/** The report is there and its envelope does not open. */
export function damagedView(visit: Visit, { reference }: StoredMailbox): SitePageView {
  const { words } = visit
  const title = words('mailbox.damaged.title')
  return {
    title,
    main: html`<h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">${words('mailbox.damaged.text', { reference })}</p>
${closeForm(visit)}`,
    ...standing,
    status: 500,
  }
}

function openPage(view: OpenView): Html {
  const { visit, mailbox, messages, consent, today, said } = view
  const { words } = visit
  return html`${backLink({ text: words('report.back'), href: '/' })}
${said && notificationBanner({ type: 'success', titleText: words('mailbox.said.title'), text: words(`mailbox.said.${said}`), role: 'status' })}
<h1 class="govuk-heading-l">${words('mailbox.open.title')}</h1>
<p class="govuk-body">${words('mailbox.open.reference', { reference: mailbox.reference })}</p>
${lookAgainNote(visit, messages, today)}
<h2 class="govuk-heading-m">${words('mailbox.open.messages')}</h2>
${messagesList(visit, messages)}
${insetText({ text: words('mailbox.open.way') })}
<h2 class="govuk-heading-m" id="write">${words('mailbox.write.title')}</h2>
${messageForm(visit, {})}
<h2 class="govuk-heading-m">${words('mailbox.open.level')}</h2>
${consent && html`<p class="govuk-body">${words(`mailbox.consent.${consent}`)}</p>`}
<p class="govuk-body"><a class="govuk-link" href="/b/consent">${words('mailbox.next.consent')}</a></p>
<h2 class="govuk-heading-m">${words('mailbox.next.title')}</h2>
${linkList(nextLinks(view))}
${closeForm(visit)}`
}

function nextLinks({ visit: { words }, offersNotice }: OpenView) {
  const notice = { href: '/b/notice', text: words('notice.link') }
  return [
    ...(offersNotice ? [notice] : []),
    { href: '/b/files', text: words('mailbox.next.files') },
    { href: '/b/reminder', text: words('mailbox.next.reminder') },
    { href: '/b/proof', text: words('mailbox.next.proof') },
    { href: '/b/withdraw', text: words('mailbox.next.withdraw') },
  ]
}

function closeForm({ words }: Visit): Html {
  return html`<form action="/b/close" method="post" autocomplete="off" novalidate>
${button({ text: words('mailbox.close.button'), classes: 'govuk-button--secondary' })}
</form>`
}
