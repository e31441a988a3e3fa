import type { Words } from '../../ui/words.ts'

/**
 * What the views of the mailbox need to know of where they are shown. Every visit at the server has
 * it, and so has the browser that opens a mailbox itself.
 */
export interface Speaking {
  readonly words: Words
  readonly locale: string
  readonly site: { readonly controller: string }
}
