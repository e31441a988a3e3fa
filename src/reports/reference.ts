import { randomInt } from 'node:crypto'
import { referenceWords } from './reference-words.ts'

/** The speakable name of a report, `maple-river-472`. Random: it tells nothing of when or how many. */
export type Reference = string & { readonly __brand: 'Reference' }

/** One of some sixty million; the database says when one is taken. */
export function newReference(): Reference {
  const number = String(randomInt(1000)).padStart(3, '0')
  return `${word()}-${word()}-${number}` as Reference
}

function word(): string {
  return referenceWords[randomInt(referenceWords.length)] ?? ''
}
