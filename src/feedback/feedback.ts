import type { Sealed } from '../sealing/seal.ts'

export const eases = ['very-easy', 'easy', 'neither', 'hard', 'very-hard'] as const

/** How easy the site was to use. */
export type Ease = (typeof eases)[number]

/** What a seal holds. Nothing in it says who wrote it, or at which hour. */
export interface Feedback {
  readonly kind: 'signpost feedback'
  readonly version: number
  readonly site: string
  readonly language: string
  /** `2026-11-22` */
  readonly day: string
  /** The path of the page that they came from. */
  readonly page?: string | undefined
  readonly ease?: Ease | undefined
  readonly comment: string
}

/** Feedback as the desk lists it. */
export interface StoredFeedback {
  readonly id: string
  readonly site: string
  readonly desk: string
  /** Which desk key opens it. */
  readonly epoch: number
  readonly receivedDay: string
  readonly sealed: Sealed
  readonly readAt: string | undefined
}
