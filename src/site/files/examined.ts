import type { Family, KindName } from '../../files/kinds.ts'
import type { WhatItTells } from '../../files/what-it-tells.ts'

/** What is known of a chosen file before anything is done with it. */
export type Examined =
  | {
      readonly outcome: 'taken'
      readonly kind: KindName
      readonly family: Family
      readonly nameFits: boolean
      readonly tells: WhatItTells
      /** Whether a copy without hidden details can be made of it, as far as can be said before trying. */
      readonly canCopy: boolean
    }
  | {
      readonly outcome: 'refused'
      /** `runs`: it could run a programme. `unreadable`: the browser may not read it, or no longer. */
      readonly why: 'empty' | 'runs' | 'too-large' | 'unreadable'
    }
