/** What the pages about notices and the script of the mailbox share. Pure. */
import { input } from '../../ui/components/input.ts'
import { radios } from '../../ui/components/radios.ts'
import { summaryList } from '../../ui/components/summary-list.ts'
import { warningText } from '../../ui/components/warning-text.ts'
import { type Html, html } from '../../ui/html.ts'
import type { WordKey, Words } from '../../ui/words.ts'

export type NoticeProblem = 'empty-way' | 'wrong-email' | 'wrong-text' | 'trouble'

type Way = 'email' | 'text'

export interface NoticeFields {
  readonly ways: readonly Way[]
  readonly way?: Way | undefined
  readonly typed?: string | undefined
  readonly problem?: NoticeProblem | undefined
}

/** A notice as it will be read. */
export interface ShownNotice {
  readonly way: Way
  readonly address: string
  readonly sender: string
  readonly subject: string
  readonly text: string
}

/** What a notice can give away, before anybody asks for one. */
export function noticeExplained(words: Words): Html {
  return html`<p class="govuk-body">${words('notice.lead')}</p>
${warningText({ text: words('notice.danger'), iconFallbackText: words('mailbox.warning') })}
<p class="govuk-body">${words('notice.what')}</p>
<p class="govuk-body">${words('notice.knows')}</p>
<p class="govuk-body">${words('notice.keeps')}</p>`
}

export function noticeFields(words: Words, { ways, way, typed, problem }: NoticeFields): Html {
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

/** The whole of what will be sent, before anything is agreed. */
export function noticeShown(words: Words, notice: ShownNotice): Html {
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
  return html`${summaryList({ rows })}
<p class="govuk-body">${words('notice.look.sure')}</p>`
}
