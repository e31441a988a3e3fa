/** Says why something sealed did not open, and what to do about it. */
import { html, type TemplateResult } from 'lit-html'
import { type DeskKey, say } from './script-words.client.ts'

const problems: Readonly<Record<string, readonly [what: DeskKey, then: DeskKey]>> = {
  damaged: ['desk.open.damaged', 'desk.open.damaged-then'],
  fault: ['desk.open.fault', 'desk.open.fault-then'],
  locked: ['desk.open.locked', 'desk.open.locked-then'],
  'missing-key': ['desk.open.missing-key', 'desk.open.missing-key-then'],
  offline: ['desk.open.offline', 'desk.open.offline-then'],
  'signed-out': ['desk.open.locked', 'desk.open.locked-then'],
  swapped: ['desk.open.swapped', 'desk.open.swapped-then'],
  'wrong-key': ['desk.open.wrong-key', 'desk.open.wrong-key-then'],
}

export function problemView(outcome: string): TemplateResult {
  const [what, then] = problems[outcome] ?? ['desk.open.fault', 'desk.open.fault-then']
  const isAway = outcome === 'locked' || outcome === 'signed-out'
  return html`<div class="desk-problem" role="alert"><h2>${say(what)}</h2><p>${say(then)}</p>${
    isAway ? signInLink() : ''
  }</div>`
}

function signInLink(): TemplateResult {
  const back = encodeURIComponent(location.pathname)
  return html`<p><a class="govuk-link" href="/sign-in?back=${back}">${say('desk.open.sign-in')}</a></p>`
}
