/** The mailbox as one document that opens itself. Without it every step is a page that our server opens in its memory. */
import { html } from '../../ui/html.ts'
import { breathe } from './breathe.client.ts'
import type { Around } from './mailbox-around.client.ts'
import { makeReminder, proveReport, saveProof, withdrawReport } from './mailbox-more.client.ts'
import { keepNotice, lookAtNotice, stopNotice, typeNoticeAgain } from './mailbox-notice.client.ts'
import { closeByHand, closeMailbox, openMailbox } from './mailbox-opening.client.ts'
import { openPlace } from './mailbox-place.client.ts'
import { mailboxLine } from './mailbox-session.client.ts'
import { changeConsent, lookAgain, writeMessage } from './mailbox-writing.client.ts'
import { actButton } from './opened-view.ts'
import { type ScriptData, speakingOf } from './script-data.ts'

type Deed = (around: Around, form: HTMLFormElement) => Promise<void> | void
type Act = (around: Around) => Promise<void> | void

const deeds: Readonly<Record<string, Deed>> = {
  open: openMailbox,
  write: writeMessage,
  consent: changeConsent,
  notice: lookAtNotice,
  reminder: makeReminder,
  withdraw: withdrawReport,
}

/** What never waits until something else is done. */
const actsAtOnce: Readonly<Record<string, (around: Around) => void>> = {
  hide,
  show: ({ place }) => place.unveil(),
  close: closeByHand,
}

const acts: Readonly<Record<string, Act>> = {
  look: lookAgain,
  'notice-back': typeNoticeAgain,
  'notice-keep': keepNotice,
  'notice-stop': stopNotice,
  prove: proveReport,
  'save-proof': saveProof,
}

const root = document.querySelector<HTMLElement>('[data-mailbox]')
const given = document.getElementById('mailbox-data')?.textContent
if (root !== null && given) begin(root, JSON.parse(given) as ScriptData)

function begin(root: HTMLElement, data: ScriptData): void {
  const speaking = speakingOf(data)
  const { words } = speaking
  const way = root.querySelector('[data-way]')
  const form = root.querySelector<HTMLFormElement>('form')
  if (way === null || form === null) return
  if (!canSeal()) {
    way.textContent = `${words('mailbox.script.no-way')} ${way.textContent}`
    return
  }
  const place = openPlace(root, data)
  const rest = async (number: number, count: number) => {
    if (count > 1) place.say(words('mailbox.script.opening-one', { number, count }))
    await breathe()
  }
  const line = mailboxLine(`${data.prefix}/b/s/`, rest)
  const around: Around = { place, speaking, line, data, held: undefined }
  // From here on this form sends nothing by itself.
  form.method = 'dialog'
  form.removeAttribute('action')
  form.dataset['deed'] = 'open'
  way.textContent = words('mailbox.script.way')
  listen(around)
}

function listen(around: Around): void {
  const once = oneAtATime(around)
  document.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement
    const deed = deeds[form.dataset['deed'] ?? '']
    if (deed === undefined) return
    event.preventDefault()
    once(() => deed(around, form))
  })
  document.addEventListener('click', (event) => {
    const element = event.target as Element
    const name = element.closest<HTMLElement>('[data-act]')?.dataset['act'] ?? ''
    const act = acts[name]
    const actAtOnce = actsAtOnce[name]
    if (act !== undefined) once(() => act(around))
    if (actAtOnce !== undefined) actAtOnce(around)
    if (act !== undefined || actAtOnce !== undefined) event.preventDefault()
    else followInPage(event, element.closest('a'))
  })
  // A browser may keep a page that somebody leaves as it was, and show it again.
  addEventListener('pagehide', () => closeMailbox(around))
}

/** Pressing a button twice does a thing once. What was begun in a mailbox that is closed since holds nothing up. */
function oneAtATime(around: Around): (work: () => Promise<void> | void) => void {
  let running: { readonly held: Around['held'] } | undefined
  return async (work) => {
    if (running !== undefined && running.held === around.held) return
    const own = { held: around.held }
    running = own
    try {
      await work()
    } finally {
      if (running === own) running = undefined
    }
  }
}

// By itself such a link would write an entry into the history.
function followInPage(event: Event, link: HTMLAnchorElement | null): void {
  const href = link?.getAttribute('href') ?? ''
  if (!href.startsWith('#')) return
  event.preventDefault()
  document.getElementById(href.slice(1))?.focus()
}

function hide({ place, speaking: { words } }: Around): void {
  place.veil(html`<h1 class="govuk-heading-l">${words('mailbox.script.hidden')}</h1>
${actButton('show', words('mailbox.script.show'))}`)
}

/** Old browsers lack what sealing takes; then nothing is promised that cannot be kept. */
function canSeal(): boolean {
  return (
    typeof crypto?.getRandomValues === 'function' &&
    typeof BigInt === 'function' &&
    typeof TransformStream === 'function'
  )
}
