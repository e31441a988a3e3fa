import { drawReference, type Reference } from './draw-reference.ts'
import { referenceWords } from './reference-words.ts'

export function newReference(): Reference {
  return drawReference(referenceWords)
}

/** A reference as it came from a browser; anything else is `undefined`. */
export function parseReference(text: string): Reference | undefined {
  const [first = '', second = '', number = '', ...rest] = text.split('-')
  const known = referenceWords.includes(first) && referenceWords.includes(second)
  return known && /^\d{3}$/.test(number) && rest.length === 0 ? (text as Reference) : undefined
}
