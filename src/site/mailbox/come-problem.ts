/** Why a receipt leads nowhere, in words. Pure: the same in the browser. */
import type { Words } from '../../ui/words.ts'
import { isAboutReceipt, type ReceiptProblem, receiptProblem } from './receipt-field.ts'

/** Why a receipt did not lead anywhere, or why it has to be typed again. */
export type ComeProblem = ReceiptProblem | 'over' | 'trouble'

export function problemInWords(words: Words, problem: ComeProblem, typed: string): string {
  if (isAboutReceipt(problem)) return receiptProblem(words, problem, typed)
  return words(`mailbox.come.${problem}`)
}
