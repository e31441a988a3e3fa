/** How often a page of a site was read on a day, by those who allowed counting. Nothing about them. */
export interface PageCount {
  readonly site: string
  /** `2026-11-22`, UTC. */
  readonly day: string
  readonly page: string
  readonly views: number
}
