/** What was done to a report. `queued`: it was held, and an officer moved it to the queue. */
export type Act =
  | 'received'
  | 'opened'
  | 'assigned'
  | 'unassigned'
  | 'closed'
  | 'reopened'
  | 'wrote'
  | 'queued'
  /** The reporter added a file. */
  | 'added'
  /** An officer took a file away. */
  | 'downloaded'

/** Who did what to a report, and when. Never changed and never removed while the report is there. */
export interface Activity {
  readonly id: string
  readonly act: Act
  /** The officer's id; `undefined` for what the reporter did. */
  readonly officer: string | undefined
  /** A moment for officers (`2026-11-22T11:04:05.678Z`), the day only for reporters (`2026-11-22`). */
  readonly at: string
}
