import type { Notice } from '../../mailbox/notice.ts'
import { button } from '../../ui/components/button.ts'
import { insetText } from '../../ui/components/inset-text.ts'
import { type Html, html } from '../../ui/html.ts'
import type { SitePageView } from '../site-pages.ts'
import type { Visit } from '../visit.ts'
import { mailboxView } from './mailbox-view.ts'
import { type NoticeFields, noticeExplained, noticeFields, noticeShown } from './notice-view.ts'

export interface NoticeView extends NoticeFields {
  /** Whether they hear of messages already; where is not shown to whoever has the receipt. */
  readonly isOn: boolean
}

/** Whether to be told of messages, and what that can give away. */
export function noticeView(visit: Visit, view: NoticeView): SitePageView {
  const { words } = visit
  const { problem } = view
  const href = problem === 'empty-way' ? '#way' : '#address'
  return mailboxView(visit, {
    title: words('notice.title'),
    main: noticePage(visit, view),
    errors: problem && [
      { text: words(`notice.${problem}`), ...(problem !== 'trouble' && { href }) },
    ],
    status: problem === 'trouble' ? 503 : undefined,
  })
}

/** The whole of what will be sent, before anything is agreed. @param typed the address as it was typed */
export function noticeLookView(visit: Visit, notice: Notice, typed: string): SitePageView {
  const { words } = visit
  return mailboxView(visit, {
    title: words('notice.look.title'),
    main: html`${noticeShown(words, notice)}
<form action="/b/notice" method="post" autocomplete="off" novalidate>
<input type="hidden" name="way" value="${notice.way}">
<input type="hidden" name="address" value="${typed}">
<div class="govuk-button-group">${choice(words('notice.look.yes'), 'keep')}${choice(words('notice.look.no'), 'back')}</div>
</form>`,
  })
}

function noticePage({ words }: Visit, view: NoticeView): Html {
  const { isOn } = view
  return html`${isOn && insetText({ text: words('notice.on') })}
${isOn && html`<form action="/b/notice" method="post" autocomplete="off" novalidate>${choice(words('notice.stop'), 'stop')}</form>`}
${noticeExplained(words)}
<form action="/b/notice" method="post" autocomplete="off" novalidate>
${noticeFields(words, view)}
${button({ text: words('notice.continue') })}
</form>`
}

function choice(text: string, value: 'keep' | 'back' | 'stop'): Html {
  const classes = value === 'keep' ? undefined : 'govuk-button--secondary'
  return button({ text, name: 'next', value, classes })
}
