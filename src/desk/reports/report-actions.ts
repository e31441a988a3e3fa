import type { Activity } from '../../reports/activity.ts'
import type { QueuedReport } from '../../reports/stored-report.ts'
import { button } from '../../ui/components/button.ts'
import { type Html, html } from '../../ui/html.ts'
import type { WordKey, Words } from '../../ui/words.ts'

export interface ReportView {
  readonly report: QueuedReport
  readonly activities: readonly Activity[]
  readonly names: ReadonlyMap<string, string>
  /** The officer who looks. */
  readonly officer: string
  /** Why what the officer just asked for was not done. */
  readonly problem?: 'changed-meanwhile' | 'not-allowed' | undefined
}

/** What the officer can do now. Each names the version that this page shows. */
export function reportActions(words: Words, view: ReportView): Html {
  const { id, version } = view.report
  const forms = actionsFor(view).map(
    ({ noun, label, quiet }) =>
      html`<form method="post" action="/reports/${id}/${noun}"><input type="hidden" name="version" value="${version}">${button(
        { text: words(label), classes: quiet ? 'govuk-button--secondary' : undefined },
      )}</form>`,
  )
  return html`<div class="desk-actions">${forms}</div>`
}

interface Action {
  readonly noun: 'assignment' | 'release' | 'closure' | 'reopening' | 'admission'
  readonly label: WordKey
  readonly quiet: boolean
}

const assign = { noun: 'assignment', label: 'desk.report.assign', quiet: false } as const
const takeOver = { noun: 'assignment', label: 'desk.report.take-over', quiet: true } as const
const release = { noun: 'release', label: 'desk.report.release', quiet: true } as const
const close = { noun: 'closure', label: 'desk.report.close', quiet: true } as const
const letIn = { noun: 'admission', label: 'desk.report.let-in', quiet: true } as const
const reopen = { noun: 'reopening', label: 'desk.report.reopen', quiet: false } as const

function actionsFor({ report, officer }: ReportView): readonly Action[] {
  if (report.status === 'closed') return [reopen]
  if (report.lane === 'held') return [assign, letIn, close]
  if (report.status === 'new') return [assign, close]
  return report.assignee === officer ? [release, close] : [takeOver, release, close]
}
