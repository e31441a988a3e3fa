import type { StoredMailbox } from '../../mailbox/mailbox-store.ts'
import type { Message } from '../../mailbox/message.ts'
import { lookAgainOn, type OpenedMessage } from '../../mailbox/sealed-message.ts'
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
import { reporterDay } from './reporter-day.ts'
import { saidLines } from './said-lines.ts'

export interface OpenView {
  readonly visit: Visit
  readonly mailbox: StoredMailbox
  readonly messages: readonly OpenedMessage[]
  /** `undefined` where the report itself cannot be read. */
  readonly consent: Consent | undefined
  /** `2026-11-22` */
  readonly today: string
  /** What was just done. */
  readonly said: 'message' | 'consent' | undefined
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
  const { visit, mailbox, consent, said } = view
  const { words } = visit
  return html`${backLink({ text: words('report.back'), href: '/' })}
${said && notificationBanner({ type: 'success', titleText: words('mailbox.said.title'), text: words(`mailbox.said.${said}`), role: 'status' })}
<h1 class="govuk-heading-l">${words('mailbox.open.title')}</h1>
<p class="govuk-body">${words('mailbox.open.reference', { reference: mailbox.reference })}</p>
${lookAgain(view)}
<h2 class="govuk-heading-m">${words('mailbox.open.messages')}</h2>
${messages(view)}
${insetText({ text: words('mailbox.open.way') })}
<h2 class="govuk-heading-m" id="write">${words('mailbox.write.title')}</h2>
${messageForm(visit, {})}
<h2 class="govuk-heading-m">${words('mailbox.open.level')}</h2>
${consent && html`<p class="govuk-body">${words(`mailbox.consent.${consent}`)}</p>`}
<p class="govuk-body"><a class="govuk-link" href="/b/consent">${words('mailbox.next.consent')}</a></p>
<h2 class="govuk-heading-m">${words('mailbox.next.title')}</h2>
${linkList(nextLinks(visit))}
${closeForm(visit)}`
}

function nextLinks({ words }: Visit) {
  return [
    { href: '/b/files', text: words('mailbox.next.files') },
    { href: '/b/reminder', text: words('mailbox.next.reminder') },
    { href: '/b/proof', text: words('mailbox.next.proof') },
    { href: '/b/withdraw', text: words('mailbox.next.withdraw') },
  ]
}

function lookAgain({ visit, messages: opened, today }: OpenView): Html | undefined {
  const day = lookAgainOn(opened, today)
  if (day === undefined) return undefined
  return insetText({
    text: visit.words('mailbox.open.look-again', {
      day: reporterDay(day, visit.locale, { withWeekday: true }),
    }),
  })
}

function messages({ visit, messages: opened }: OpenView): Html {
  const { words } = visit
  if (opened.length === 0)
    return html`<p class="govuk-body">${words('mailbox.open.none')} ${words('report.receipt.next-silence')}</p>`
  return html`<ol class="messages">${opened.map((one) => messageItem(visit, one))}</ol>`
}

function messageItem(visit: Visit, one: OpenedMessage): Html {
  const { words } = visit
  if (one.outcome === 'unreadable')
    return html`<li><p class="govuk-body">${words('mailbox.open.unreadable')}</p></li>`
  const { from, text } = one.message
  const { at } = one.kept
  const day = html`<time datetime="${at.slice(0, 10)}">${reporterDay(at.slice(0, 10), visit.locale)}</time>`
  const [before = '', after = ''] = words(
    `mailbox.open.from-${from === 'officer' ? 'officer' : 'you'}`,
  ).split('{day}')
  return html`<li class="messages__${from}"><p class="govuk-body"><strong>${before}${day}${after}</strong></p>${levelChange(visit, one.message)}${text !== '' && saidLines(text)}</li>`
}

function levelChange({ words }: Visit, { from, consent }: Message): Html | undefined {
  if (from !== 'reporter' || consent === undefined) return undefined
  const level = words(`mailbox.consent.${consent}`)
  return html`<p class="govuk-body">${words('mailbox.open.level-changed', { level })}</p>`
}

function closeForm({ words }: Visit): Html {
  return html`<form action="/b/close" method="post" autocomplete="off" novalidate>
${button({ text: words('mailbox.close.button'), classes: 'govuk-button--secondary' })}
</form>`
}
