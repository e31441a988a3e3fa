// Part of every page of the site, before anything shows: leaves at once, and keeps the whole visit to one
// step of the tab’s history. docs/decisions/0012 says why. Sent as it is compiled, so every line counts.
// Without it Escape does nothing, and “Leave this site” is a plain link that the server answers.

// The browser still asks for the exit for this long; then anything neutral is better than waiting.
const patience = 2_500
// Whoever learnt it on GOV.UK presses Shift three times within five seconds.
const shiftPatience = 5_000
// A page of more elements than this takes longer than two frames to take apart.
const quickToEmpty = 2_000

const given = document.currentScript?.dataset ?? {}
const exit = given['exit'] ?? 'about:blank'
let left = false
let covered = false
let moved = false
let shifts: number[] = []
let shiftAlone = false

// On the window and in the capture phase: before any field, dialog or script can take the key.
addEventListener('keydown', pressed, true)
addEventListener('keyup', released, true)
addEventListener('click', (event) => isLeaveLink(event) && leave(event), true)
addEventListener('auxclick', (event) => isLeaveLink(event) && leave(event), true)
// Whoever comes back to the blanked page is sent away again.
addEventListener('pageshow', (event) => left && event.persisted && go())

if (given['steps'] !== 'all') {
  // At the window, in the bubble phase: what a script of the page took over at the document is its own.
  addEventListener('click', follow)
  addEventListener('submit', submit)
}

function pressed(event: KeyboardEvent): void {
  if (isEscape(event)) leave(event)
  const { key, altKey, ctrlKey, metaKey } = event
  shiftAlone = key === 'Shift' && !altKey && !ctrlKey && !metaKey
  if (!shiftAlone) shifts = []
}

// On release: by then it is known that nothing was typed with it.
function released(event: KeyboardEvent): void {
  if (event.key !== 'Shift' || !shiftAlone) return
  shiftAlone = false
  shifts = [...shifts.filter((at) => event.timeStamp - at < shiftPatience), event.timeStamp]
  if (shifts.length > 2) leave(event)
}

// An input method keeps the name of the key to itself while it composes, but not its place.
function isEscape({ key, code, isComposing }: KeyboardEvent): boolean {
  return key === 'Escape' || (isComposing && code === 'Escape')
}

// With Control or the middle button a link would open beside us and leave us standing.
function isLeaveLink({ target, button }: MouseEvent): boolean {
  return button < 2 && target instanceof Element && target.closest('[data-module=leave]') !== null
}

function leave(event: Event): void {
  // Unless it is prevented, the same Escape stops the navigation that it began; so does every later one.
  event.preventDefault()
  event.stopImmediatePropagation()
  if (left) return
  left = true
  blank()
  try {
    navigator.sendBeacon('/leave')
  } finally {
    // A navigation that begins in this task holds up the first frame without the page.
    requestAnimationFrame(() => setTimeout(moveOn))
    // A window that is not drawn has no frames.
    setTimeout(moveOn, 50)
  }
}

function moveOn(): void {
  if (moved) return
  moved = true
  if (covered) empty(document.title)
  go()
}

function blank(): void {
  // A page that is still arriving may put its words back until the next one comes.
  stop()
  // A window without a title shows our address.
  const title = new URL(exit).hostname || exit
  const isLarge = document.querySelectorAll('*').length > quickToEmpty
  if (isLarge && 'popover' in document.documentElement) cover(title)
  else empty(title)
}

/** In the top layer, over dialogs too; the page under it goes once this has been drawn. */
function cover(title: string): void {
  const sheet = document.createElement('div')
  document.title = title
  sheet.popover = 'manual'
  sheet.style.cssText =
    'all:initial;display:block;position:fixed;inset:0;width:100vw;height:100vh;background:Canvas'
  document.documentElement.append(sheet)
  sheet.showPopover()
  covered = true
}

// The root element stays: without it, or with it hidden, keys reach the browser’s own Stop.
function empty(title: string): void {
  const { documentElement: root, body } = document.implementation.createHTMLDocument(title)
  const said = document.createElement('p')
  said.role = 'alert'
  said.textContent = given['said'] ?? ''
  said.style.cssText = 'position:fixed;clip-path:inset(50%)'
  body.append(said)
  document.documentElement.replaceChildren(...root.childNodes)
}

function go(): void {
  setTimeout(() => location.replace('about:blank'), patience)
  location.replace(navigator.onLine ? exit : 'about:blank')
}

/** A link of ours takes the place of the page that it stands on. */
function follow(event: MouseEvent): void {
  const { target, button, altKey, ctrlKey, metaKey, shiftKey } = event
  const link = target instanceof Element && target.closest<HTMLAnchorElement>('a[href]')
  const elsewhere = button > 0 || altKey || ctrlKey || metaKey || shiftKey
  if (!link || elsewhere || event.defaultPrevented) return
  if (link.origin !== location.origin || link.target || link.hasAttribute('download')) return
  event.preventDefault()
  location.replace(link.href)
}

/** So does what a form of ours leads to, but where people tell us something: files, and what is saved, go as ever. */
function submit(event: SubmitEvent): void {
  const { target: form, submitter } = event
  if (!(form instanceof HTMLFormElement) || event.defaultPrevented) return
  if (given['steps'] === 'links' && form.closest('main')) return
  event.preventDefault()
  const body = new URLSearchParams(
    [...new FormData(form)].map(([name, value]) => [name, `${value}`]),
  )
  const name = submitter?.getAttribute('name')
  if (name) body.append(name, submitter?.getAttribute('value') ?? '')
  fetch(form.getAttribute('action') ?? '', { method: 'POST', body })
    .then(show)
    // What cannot be fetched is sent as the browser does it.
    .catch(() => left || HTMLFormElement.prototype.submit.call(form))
}

async function show(answer: Response): Promise<void> {
  const text = await answer.text()
  if (left) return
  if (answer.redirected) {
    location.replace(answer.url)
    return
  }
  const page = new DOMParser().parseFromString(text, 'text/html')
  document.title = page.title
  document.body.replaceWith(page.body)
  document.querySelector<HTMLElement>('.govuk-error-summary, h1')?.scrollIntoView()
}
