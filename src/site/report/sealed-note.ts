import { insetText } from '../../ui/components/inset-text.ts'
import type { Html } from '../../ui/html.ts'
import type { Words } from '../../ui/words.ts'

/** Which of the two ways of telling this is, with its promise: here, sealed on arrival. */
export function sealedNote(words: Words): Html {
  return insetText({ text: words('report.sealed') })
}
