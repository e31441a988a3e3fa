// Without it Escape does nothing, and “Leave this site” is a plain link that the server answers.

// The browser still asks for the exit for this long; then anything neutral is better than waiting.
const patience = 2_500
const exit = document.currentScript?.dataset['exit'] ?? 'about:blank'
let left = false

// On the window and in the capture phase: before any field, dialog or script can take the key.
addEventListener('keydown', (event) => isEscape(event) && leave(event), true)
addEventListener('click', (event) => isLeaveLink(event) && leave(event), true)
addEventListener('auxclick', (event) => isLeaveLink(event) && leave(event), true)
// Whoever comes back to the blanked page is sent away again.
addEventListener('pageshow', (event) => left && event.persisted && go())

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
    go()
  }
}

// The root element stays: without it, or with it hidden, keys reach the browser’s own Stop.
function blank(): void {
  // A page that is still arriving may put its words back until the next one comes.
  stop()
  // A window without a title shows our address.
  const { documentElement } = document.implementation.createHTMLDocument(
    new URL(exit).hostname || exit,
  )
  document.documentElement.replaceChildren(...documentElement.childNodes)
}

function go(): void {
  setTimeout(() => location.replace('about:blank'), patience)
  location.replace(navigator.onLine ? exit : 'about:blank')
}
