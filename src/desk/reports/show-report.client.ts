/** Opens a report in the officer's browser. Without it the page shows only what is known outside the seal. */
import { html, render, type TemplateResult } from 'lit-html'
import { ask, outcomeOf } from '../ask.client.ts'
import { findIdentity } from '../keys/key-ring.client.ts'
import { problemView } from '../problem-view.client.ts'
import { pageData, say } from '../script-words.client.ts'
import { showMessages } from './messages.client.ts'
import { type HandedOut, type OpenedReport, openReport } from './open-report.ts'
import { showFiles } from './report-files.client.ts'
import { reportTop, reportView } from './report-view.client.ts'

type Outcome = OpenedReport | { readonly outcome: 'fault' | 'offline' | 'signed-out' }

export async function showReport(pane: HTMLElement): Promise<void> {
  const outcome = await fetchAndOpen()
  pane.removeAttribute('aria-busy')
  pane.dataset['outcome'] = outcome.outcome
  pane.replaceChildren()
  render(view(outcome), pane)
  const top = document.getElementById('desk-consent')
  if (top !== null && outcome.outcome === 'opened')
    render(reportTop(outcome.report, outcome.messages), top)
  if (outcome.outcome === 'opened')
    showMessages(outcome.key, outcome.report.language, outcome.messages)
  if (outcome.outcome === 'unreadable') showMessages(outcome.key, '', outcome.messages)
  if ('files' in outcome) await showFiles(outcome.key, outcome.files)
}

async function fetchAndOpen(): Promise<Outcome> {
  const { report } = pageData<{ report: string }>()
  const [identity, answer] = await Promise.all([
    findIdentity(),
    ask(`/reports/${report}/openings`, {}),
  ])
  if (answer.status === 200) return openReport(answer.body as unknown as HandedOut, identity)
  const outcome = outcomeOf(answer)
  return { outcome: outcome === 'offline' || outcome === 'signed-out' ? outcome : 'fault' }
}

function view(outcome: Outcome): TemplateResult {
  if (outcome.outcome === 'opened') return reportView(outcome.report)
  if (outcome.outcome !== 'unreadable') return problemView(outcome.outcome)
  return html`<p class="desk-note">${say('desk.open.unreadable')}</p><pre class="desk-raw" dir="auto">${outcome.text}</pre>`
}
