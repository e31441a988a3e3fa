import { button } from '../../ui/components/button.ts'
import { insetText } from '../../ui/components/inset-text.ts'
import { type Html, html } from '../../ui/html.ts'
import { problemSummary } from './asking-view.ts'
import type { OfferedNotice } from './handed-out.ts'
import {
  type NoticeFields,
  noticeExplained,
  noticeFields,
  noticeShown,
  type ShownNotice,
} from './notice-view.ts'
import { actButton } from './opened-view.ts'
import type { Speaking } from './speaking.ts'

/** Whether to be told of messages, in a document that opens the mailbox itself. */
export function noticePart(
  { words }: Speaking,
  { ways, isOn }: OfferedNotice,
  view: Omit<NoticeFields, 'ways'> = {},
): Html {
  const { problem } = view
  const field = problem === 'empty-way' ? '#way' : '#address'
  const wrong = problem && words(`notice.${problem}`)
  return html`${wrong && problemSummary(words('errors.summary'), wrong, problem === 'trouble' ? undefined : field)}
${isOn && insetText({ text: words('notice.on') })}
${isOn && actButton('notice-stop', words('notice.stop'))}
${noticeExplained(words)}
<form method="dialog" data-deed="notice" autocomplete="off" novalidate>
${noticeFields(words, { ...view, ways })}
${button({ text: words('notice.continue'), classes: 'govuk-button--secondary' })}
</form>`
}

/** The whole of what will be sent, before anything is agreed. */
export function noticeLookPart({ words }: Speaking, notice: ShownNotice): Html {
  return html`<h3 class="govuk-heading-m" tabindex="-1">${words('notice.look.title')}</h3>
${noticeShown(words, notice)}
<div class="govuk-button-group">${actButton('notice-keep', words('notice.look.yes'))}${actButton('notice-back', words('notice.look.no'))}</div>`
}
