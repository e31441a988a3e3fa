import { referenceWords } from './reference-words.ts'

/** The speakable name of a report, `maple-river-472`. Random: it tells nothing of when or how many. */
export type Reference = string & { readonly __brand: 'Reference' }

/** One of some sixty million; the database says when one is taken. Runs in the browser too. */
export function newReference(): Reference {
  return `${word()}-${word()}-${String(below(1000)).padStart(3, '0')}` as Reference
}

/** A reference as it came from a browser; anything else is `undefined`. */
export function parseReference(text: string): Reference | undefined {
  const [first = '', second = '', number = '', ...rest] = text.split('-')
  const known = referenceWords.includes(first) && referenceWords.includes(second)
  return known && /^\d{3}$/.test(number) && rest.length === 0 ? (text as Reference) : undefined
}

function word(): string {
  return referenceWords[below(referenceWords.length)] ?? ''
}

/** A random whole number, each as likely as the next: the few that would favour some are thrown away. */
function below(limit: number): number {
  const fair = 2 ** 32 - (2 ** 32 % limit)
  for (;;) {
    const [number = 0] = crypto.getRandomValues(new Uint32Array(1))
    if (number < fair) return number % limit
  }
}
