/** What was written since the report came, opened in the officer's browser. Without it nobody can read or write any. */
import { html, nothing, render, type TemplateResult } from 'lit-html'
import { messageLimit, officerMessage } from '../../mailbox/message.ts'
import { type OpenedMessage, openMessages, sealMessage } from '../../mailbox/sealed-message.ts'
import { readTypedDay } from '../../mailbox/typed-day.ts'
import type { Identity } from '../../sealing/identity.ts'
import { ask } from '../ask.client.ts'
import { localiseTime } from '../localise-times.client.ts'
import { part } from '../parts.client.ts'
import { saidView } from '../said-view.client.ts'
import { type DeskKey, pageData, say } from '../script-words.client.ts'
import type { HandedMessage } from './handed-message.ts'

export type OpenedHanded = OpenedMessage<HandedMessage>

/** Shows the messages of an opened report, and lets its officer write. @param key opens everything of the report */
export function showMessages(
  key: Identity,
  language: string,
  opened: readonly OpenedHanded[],
): void {
  const pane = part(document, '[data-messages]')
  const form = part<HTMLFormElement>(pane, 'form')
  draw(pane, opened, language)
  pane.hidden = false
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void send(pane, form, { key, language })
  })
}

function draw(pane: HTMLElement, opened: readonly OpenedHanded[], language: string): void {
  const list = part(pane, '[data-list]')
  const items = opened.map((one) => html`<li>${messageView(one, language)}</li>`)
  const none = html`<p class="desk-muted">${say('desk.open.messages-none')}</p>`
  render(items.length === 0 ? none : html`<ol class="desk-talk">${items}</ol>`, list)
  for (const time of list.querySelectorAll('time')) localiseTime(time)
}

function messageView(one: OpenedHanded, language: string): TemplateResult {
  const { from, who, at } = one.kept
  const name = from === 'officer' ? (who ?? '') : say('desk.open.message-reporter')
  const precision = at.length === 10 ? nothing : 'minute'
  const head = html`<p class="desk-small"><strong><bdi>${name}</bdi></strong> <time datetime=${at} data-precision=${precision}>${at.slice(0, 10)}</time></p>`
  if (one.outcome === 'unreadable')
    return html`${head}<p class="desk-note">${say('desk.open.message-unreadable')}</p>`
  const { text, lookAgainOn, consent } = one.message
  const level = from === 'reporter' && consent !== undefined && say(`desk.open.consent.${consent}`)
  return html`${head}${text === '' ? nothing : saidView(text, from === 'reporter' ? language : 'en')}${
    level ? html`<p>${say('desk.open.message-consent', { level })}</p>` : nothing
  }${
    lookAgainOn === undefined
      ? nothing
      : html`<p class="desk-small">${say('desk.open.message-look-again', { day: lookAgainOn })}</p>`
  }`
}

interface Talk {
  readonly key: Identity
  readonly language: string
}

async function send(pane: HTMLElement, form: HTMLFormElement, talk: Talk): Promise<void> {
  const button = part<HTMLButtonElement>(form, 'button')
  const progress = part(form, '[data-progress]')
  const typed = readForm(form)
  button.disabled = true
  const said = typeof typed === 'string' ? typed : await post(pane, talk, typed).catch(broken)
  button.disabled = false
  progress.textContent = say(said)
  progress.classList.toggle('desk-progress--problem', said !== 'desk.open.message-sent')
  if (said === 'desk.open.message-sent') form.reset()
  else if (typeof typed === 'string') part(form, 'textarea').focus()
}

interface Typed {
  readonly text: string
  readonly lookAgainOn: string | undefined
}

function readForm(form: HTMLFormElement): Typed | DeskKey {
  const text = part<HTMLTextAreaElement>(form, 'textarea').value
  if (text.trim() === '') return 'desk.open.message-empty'
  if (text.length > messageLimit) return 'desk.open.message-too-long'
  const [day = '', month = '', year = ''] = ['day', 'month', 'year'].map(
    (name) => part<HTMLInputElement>(form, `#look-again-${name}`).value,
  )
  if (`${day}${month}${year}`.trim() === '') return { text, lookAgainOn: undefined }
  const lookAgainOn = readTypedDay({ day, month, year })
  return lookAgainOn === undefined ? 'desk.open.message-no-day' : { text, lookAgainOn }
}

/** What is said of it; the pane then shows also what others wrote meanwhile. */
async function post(pane: HTMLElement, { key, language }: Talk, typed: Typed): Promise<DeskKey> {
  const { report } = pageData<{ report: string }>()
  const sealed = await sealMessage(officerMessage(typed, new Date()), key)
  const answer = await ask(`/reports/${report}/messages`, { sealed })
  if (answer.status === 0) return 'desk.open.message-offline'
  if (answer.status === 401) return 'desk.open.message-signed-out'
  if (answer.status !== 200) return 'desk.open.message-not-sent'
  const messages = answer.body['messages'] as readonly HandedMessage[]
  draw(pane, await openMessages(messages, key), language)
  return 'desk.open.message-sent'
}

function broken(): DeskKey {
  return 'desk.open.message-not-sent'
}
