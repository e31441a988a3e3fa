import type { SealedWhere } from '../../reports/report.ts'
import type { Html } from '../../ui/html.ts'
import type { Words } from '../../ui/words.ts'

/**
 * What the pages of the journey need to know of where they are shown. Every visit at the server has
 * it, and so has the browser that shows them by itself.
 */
export interface JourneyVisit {
  readonly words: Words
  readonly site: { readonly controller: string }
  readonly content: {
    /** Every way to reach 999, with all there is to know of it. */
    readonly emergency: Html
  }
  /** Where the report will be sealed; on arrival, where nothing is said. */
  readonly sealed?: SealedWhere | undefined
}
