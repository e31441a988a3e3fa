import type { DeskKey } from '../../reports/desk-key.ts'
import type { Journey } from '../../reports/journey.ts'
import type { Supporting } from '../../reports/organizations-that-fit.ts'

/** What `GET /a/s/journey` answers: everything that the journey in the browser works with. */
export interface ScriptJourney {
  readonly site: {
    readonly id: string
    readonly controller: string
  }
  /** The questions and rules: data, as at the server. */
  readonly journey: Journey
  readonly language: string
  /** Whether a speaker of the language has checked the words. */
  readonly reviewed: boolean
  /** Sentences by their keys, in the language of the page. */
  readonly words: Readonly<Record<string, string>>
  /** Markup that our server prepared: every way to reach 999. */
  readonly emergency: string
  /** Who could give support: as much as choosing needs, and what to show of those who are chosen. */
  readonly organizations: readonly (Supporting & { readonly entry: string })[]
  /** What a reference is drawn from. */
  readonly referenceWords: readonly string[]
  readonly key: DeskKey
  /** Scripts that are asked for only when somebody wants what they do. */
  readonly scripts: {
    readonly receiptCode: string
    /** Saves a draft and continues it: `Saving` in `saving.client.ts`. */
    readonly saving: string
  }
}
