import { fillSentence, type Words } from '../../ui/words.ts'
import type { Speaking } from './speaking.ts'

/** What the page brings for its script. */
export interface ScriptData {
  readonly words: Readonly<Record<string, string>>
  readonly locale: string
  /** `/cy`, or nothing where the address names no language. */
  readonly prefix: string
  readonly languages: readonly string[]
  readonly controller: string
}

export function speakingOf({ words: sentences, locale, controller }: ScriptData): Speaking {
  const words: Words = (key, values) => fillSentence(sentences[key] ?? key, values)
  return { words, locale, site: { controller } }
}
