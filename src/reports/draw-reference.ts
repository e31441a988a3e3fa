/** The speakable name of a report, `maple-river-472`. Random: it tells nothing of when or how many. */
export type Reference = string & { readonly __brand: 'Reference' }

/** One of some sixty million; the database says when one is taken. Runs in the browser too. */
export function drawReference(words: readonly string[]): Reference {
  const word = () => words[below(words.length)] ?? ''
  return `${word()}-${word()}-${String(below(1000)).padStart(3, '0')}` as Reference
}

/** A random whole number, each as likely as the next: the few that would favour some are thrown away. */
function below(limit: number): number {
  const fair = 2 ** 32 - (2 ** 32 % limit)
  for (;;) {
    const [number = 0] = crypto.getRandomValues(new Uint32Array(1))
    if (number < fair) return number % limit
  }
}
