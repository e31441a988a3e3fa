/** Opens a report in the officer's browser. Without it the page shows only what is known outside the seal. */
import { html, render } from 'lit-html'
import { ask, outcomeOf } from '../ask.client.ts'
import { findIdentity } from '../keys/key-ring.client.ts'
import { type DeskKey, pageData, say } from '../script-words.client.ts'
import { type HandedOut, type OpenedReport, openReport } from './open-report.ts'
import { reportTop, reportView } from './report-view.client.ts'

/** What to say, and what to do about it. */
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

export async function showReport(pane: HTMLElement): Promise<void> {
  const { report } = pageData<{ report: string }>()
  const [identity, answer] = await Promise.all([
    findIdentity(),
    ask(`/reports/${report}/openings`, {}),
  ])
  const handedOut = answer.body as unknown as HandedOut
  const opened: OpenedReport | { outcome: string } =
    answer.status === 200 ? await openReport(handedOut, identity) : { outcome: outcomeOf(answer) }
  pane.removeAttribute('aria-busy')
  pane.dataset['outcome'] = opened.outcome
  show(pane, opened as OpenedReport)
}

function show(pane: HTMLElement, opened: OpenedReport): void {
  const top = document.getElementById('desk-consent')
  if (opened.outcome === 'opened') {
    if (top !== null) render(reportTop(opened.report), top)
    return render(reportView(opened.report), pane)
  }
  if (opened.outcome === 'unreadable')
    return render(
      html`<p class="desk-note">${say('desk.open.unreadable')}</p><pre class="desk-raw" dir="auto">${opened.text}</pre>`,
      pane,
    )
  render(problem(opened.outcome), pane)
}

/** Also for what else is sealed to the desk. */
export function problem(outcome: string) {
  const [what, then] = problems[outcome] ?? ['desk.open.fault', 'desk.open.fault-then']
  const away = outcome === 'locked' || outcome === 'signed-out'
  const back = encodeURIComponent(location.pathname)
  return html`<div class="desk-problem" role="alert"><h2>${say(what)}</h2><p>${say(then)}</p>${
    away
      ? html`<p><a class="govuk-link" href="/sign-in?back=${back}">${say('desk.open.sign-in')}</a></p>`
      : ''
  }</div>`
}
