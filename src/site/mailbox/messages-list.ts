import type { Message } from '../../mailbox/message.ts'
import { lookAgainOn, type OpenedMessage } from '../../mailbox/sealed-message.ts'
import { insetText } from '../../ui/components/inset-text.ts'
import { type Html, html } from '../../ui/html.ts'
import { reporterDay } from './reporter-day.ts'
import { saidLines } from './said-lines.ts'
import type { Speaking } from './speaking.ts'

/** What was written since the report was sent, oldest first. */
export function messagesList(speaking: Speaking, messages: readonly OpenedMessage[]): Html {
  const { words } = speaking
  if (messages.length === 0)
    return html`<p class="govuk-body">${words('mailbox.open.none')} ${words('report.receipt.next-silence')}</p>`
  return html`<ol class="messages">${messages.map((one) => messageItem(speaking, one))}</ol>`
}

/** The day on which an officer asks the reporter to come back. @param today `2026-11-22` */
export function lookAgainNote(
  { words, locale }: Speaking,
  messages: readonly OpenedMessage[],
  today: string,
): Html | undefined {
  const on = lookAgainOn(messages, today)
  if (on === undefined) return undefined
  const day = reporterDay(on, locale, { withWeekday: true })
  return insetText({ text: words('mailbox.open.look-again', { day }) })
}

function messageItem(speaking: Speaking, one: OpenedMessage): Html {
  const { words, locale } = speaking
  if (one.outcome === 'unreadable')
    return html`<li><p class="govuk-body">${words('mailbox.open.unreadable')}</p></li>`
  const { from, text } = one.message
  const day = one.kept.at.slice(0, 10)
  const sentence = from === 'officer' ? 'mailbox.open.from-officer' : 'mailbox.open.from-you'
  const [before, after] = words(sentence).split('{day}')
  const time = html`<time datetime="${day}">${reporterDay(day, locale)}</time>`
  return html`<li class="messages__${from}"><p class="govuk-body"><strong>${before}${time}${after}</strong></p>${levelChange(speaking, one.message)}${text !== '' && saidLines(text)}</li>`
}

function levelChange({ words }: Speaking, { from, consent }: Message): Html | undefined {
  if (from !== 'reporter' || consent === undefined) return undefined
  const level = words(`mailbox.consent.${consent}`)
  return html`<p class="govuk-body">${words('mailbox.open.level-changed', { level })}</p>`
}
