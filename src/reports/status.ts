import type { Act } from './activity.ts'

export type Status = 'new' | 'assigned' | 'closed'

/** What an officer can do to a report. */
export type Move = Exclude<Act, 'received' | 'opened' | 'wrote' | 'added' | 'downloaded'>

interface Rule {
  readonly from: readonly Status[]
  readonly to: Status
  /** Where it leads when the report has an officer already. */
  readonly withAssignee?: Status
}

const moves: Readonly<Record<Move, Rule>> = {
  assigned: { from: ['new', 'assigned'], to: 'assigned' },
  unassigned: { from: ['assigned'], to: 'new' },
  closed: { from: ['new', 'assigned'], to: 'closed' },
  queued: { from: ['new'], to: 'new' },
  reopened: { from: ['closed'], to: 'new', withAssignee: 'assigned' },
}

/** Where a move leads; `undefined` when it is not allowed from here. */
export function statusAfter(
  report: { readonly status: Status; readonly assignee: string | undefined },
  move: Move,
): Status | undefined {
  const { from, to, withAssignee } = moves[move]
  if (!from.includes(report.status)) return undefined
  return report.assignee === undefined ? to : (withAssignee ?? to)
}
