/** Hides what is open when the session is over. Without it a report stays on a screen that nobody watches. */
import { html, render } from 'lit-html'
import { ask } from './ask.client.ts'
import { dropIdentity } from './keys/key-ring.client.ts'
import { part } from './parts.client.ts'
import { say } from './script-words.client.ts'

const minute = 60_000
const warning = 2 * minute
/** Reading and scrolling is work too: the server hears of it this often at most. */
const toldEvery = 5 * minute

/** @param mark says in minutes, as `data-idle`, after how long without work the server ends a session */
export function watchIdle(mark: HTMLElement): void {
  const limit = Number(mark.dataset['idle'])
  const tabs = new BroadcastChannel('officer-at-work')
  let heard = Date.now()
  let atWork = false

  function hear(): void {
    heard = Date.now()
    atWork = false
    mark.querySelector('.desk-ending')?.remove()
  }

  async function tell(): Promise<void> {
    atWork = false
    const { status } = await ask('/session')
    if (status === 401) hide(limit)
    if (status !== 200) return
    hear()
    tabs.postMessage('here')
  }

  function look(): void {
    const idle = Date.now() - heard
    if (!mark.isConnected) return
    if (idle >= limit * minute) hide(limit)
    else if (atWork && idle >= toldEvery) void tell()
    else if (idle >= limit * minute - warning) warn(mark)
  }

  function work(): void {
    atWork = true
    if (mark.querySelector('.desk-ending') !== null) look()
  }

  tabs.addEventListener('message', hear)
  tabs.postMessage('here')
  for (const name of ['keydown', 'pointerdown', 'wheel'])
    addEventListener(name, work, { passive: true })
  // Timers sleep with the computer, so the clock is asked again when it wakes.
  document.addEventListener('visibilitychange', look)
  setInterval(look, 10_000)
}

function warn(mark: HTMLElement): void {
  if (mark.querySelector('.desk-ending') !== null) return
  const note = document.createElement('div')
  note.className = 'desk-ending'
  note.setAttribute('role', 'alert')
  mark.append(note)
  const sentence = say('desk.script.ends-soon', { count: warning / minute })
  // Any key or click counts as work; the button is there for whoever looks for one.
  render(
    html`<span>${sentence}</span> <button type="button" class="govuk-button">${say('desk.script.stay')}</button>`,
    note,
  )
}

function hide(limit: number): void {
  const back = encodeURIComponent(location.pathname)
  const ended = html`<div class="desk-narrow"><div class="desk-problem" role="alert"><h1>${say('desk.script.ended')}</h1><p>${say('desk.script.ended-then', { count: limit })}</p><p><a class="govuk-link" href="/sign-in?back=${back}">${say('desk.script.sign-in')}</a></p></div></div>`
  const main = part(document, 'main')
  dropIdentity()
  document.title = say('desk.script.ended')
  for (const gone of document.querySelectorAll('.desk-header nav, .desk-officer')) gone.remove()
  const fresh = main.cloneNode() as HTMLElement
  render(ended, fresh)
  main.replaceWith(fresh)
}
