/** The receipt under which a draft was saved, kept among its answers: no question has its name. Pure. */
import { type Receipt, readReceipt } from '../sealing/receipt.ts'
import type { Answer, Answers } from './question.ts'

/** Never the id of a question. */
export const savedAsId = 'saved-as'

export function savedAs(receipt: Receipt): { readonly id: string; readonly answer: Answer } {
  return { id: savedAsId, answer: { receipt } }
}

/** `undefined` where the draft was not saved. */
export function savedReceipt(answers: Answers): Receipt | undefined {
  const text = answers[savedAsId]?.['receipt']
  const read = readReceipt(typeof text === 'string' ? text : '')
  return read.outcome === 'receipt' ? read.receipt : undefined
}

/** The answers as they are saved: without the receipt that opens them. */
export function withoutReceipt(answers: Answers): Answers {
  const { [savedAsId]: _, ...rest } = answers
  return rest
}
