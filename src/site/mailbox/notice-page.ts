import type { Notice, NoticeWay } from '../../mailbox/notice.ts'
import { button } from '../../ui/components/button.ts'
import { input } from '../../ui/components/input.ts'
import { insetText } from '../../ui/components/inset-text.ts'
import { radios } from '../../ui/components/radios.ts'
import { summaryList } from '../../ui/components/summary-list.ts'
import { warningText } from '../../ui/components/warning-text.ts'
import { type Html, html } from '../../ui/html.ts'
import type { WordKey } from '../../ui/words.ts'
import type { SitePageView } from '../site-pages.ts'
import type { Visit } from '../visit.ts'
import { mailboxView } from './mailbox-view.ts'

export type NoticeProblem = 'empty-way' | 'wrong-email' | 'wrong-text' | 'trouble'

export interface NoticeView {
  readonly ways: readonly NoticeWay[]
  /** Whether they hear of messages already; where is not shown to whoever has the receipt. */
  readonly isOn: boolean
  readonly way?: NoticeWay | undefined
  readonly typed?: string | undefined
  readonly problem?: NoticeProblem | undefined
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
  const shown: readonly (readonly [WordKey, string])[] = [
    ['notice.look.to', notice.way === 'text' ? `+${notice.address}` : notice.address],
    ['notice.look.from', notice.sender],
    ['notice.look.subject', notice.subject],
    ['notice.look.text', notice.text],
  ]
  const rows = shown.map(([key, text]) => ({
    key: { text: words(key) },
    value: { html: html`<bdi>${text}</bdi>` },
  }))
  return mailboxView(visit, {
    title: words('notice.look.title'),
    main: html`${summaryList({ rows })}
<p class="govuk-body">${words('notice.look.sure')}</p>
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
<p class="govuk-body">${words('notice.lead')}</p>
${warningText({ text: words('notice.danger'), iconFallbackText: words('mailbox.warning') })}
<p class="govuk-body">${words('notice.what')}</p>
<p class="govuk-body">${words('notice.knows')}</p>
<p class="govuk-body">${words('notice.keeps')}</p>
<form action="/b/notice" method="post" autocomplete="off" novalidate>
${fields(words, view)}
${button({ text: words('notice.continue') })}
</form>`
}

function fields(words: Visit['words'], { ways, way, typed, problem }: NoticeView): Html {
  const hasText = ways.includes('text')
  const wrong = problem === 'wrong-email' || problem === 'wrong-text'
  const which = radios({
    name: 'way',
    value: way,
    fieldset: { legend: { text: words('notice.way'), classes: 'govuk-fieldset__legend--m' } },
    items: ways.map((one) => ({ value: one, text: words(`notice.way-${one}`) })),
    ...(problem === 'empty-way' && { errorMessage: { text: words('notice.empty-way') } }),
  })
  const where = input({
    name: 'address',
    label: {
      text: words(hasText ? 'notice.address' : 'notice.address-email'),
      classes: 'govuk-label--m',
    },
    value: typed,
    autocomplete: 'off',
    autocapitalize: 'none',
    spellcheck: false,
    attributes: { dir: 'ltr', maxlength: 254 },
    ...(wrong && { errorMessage: { text: words(`notice.${problem}`) } }),
  })
  return html`${hasText ? which : html`<input type="hidden" name="way" value="email">`}${where}`
}

function choice(text: string, value: 'keep' | 'back' | 'stop'): Html {
  const classes = value === 'keep' ? undefined : 'govuk-button--secondary'
  return button({ text, name: 'next', value, classes })
}
