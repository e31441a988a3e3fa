/** All that is left of a report that its reporter took back. */
export interface Withdrawal {
  readonly reference: string
  readonly site: string
  /** `2026-11-22` */
  readonly day: string
}
