/** Why a receipt leads nowhere, in words. Pure: the same in the browser. */
import { lengthOf } from '../../sealing/receipt.ts'
import type { Words } from '../../ui/words.ts'

/** Why a receipt did not lead anywhere, or why it has to be typed again. */
export type ComeProblem = 'empty' | 'mistyped' | 'unknown' | 'over' | 'trouble'

export function problemInWords(words: Words, problem: ComeProblem, typed: string): string {
  if (problem !== 'mistyped') return words(`mailbox.come.${problem}`)
  const length = lengthOf(typed)
  if (length.typed < length.whole) return words('mailbox.come.short', { ...length })
  if (length.typed > length.whole) return words('mailbox.come.long', { ...length })
  return words('mailbox.come.slip')
}

export function isAboutField(problem: ComeProblem): boolean {
  return problem === 'empty' || problem === 'mistyped' || problem === 'unknown'
}
