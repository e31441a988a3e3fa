const second = 1000
const day = 24 * 60 * 60 * second

const freeAttempts = 3
const longestWait = 15 * 60 * second

/** What is counted: a keyed hash, because people type passphrases into the field for the name. */
export type Counter = string & { readonly __brand: 'Counter' }

/** How often a name was tried in vain, and when last. */
export interface Failures {
  readonly count: number
  readonly lastAt: string
}

/**
 * Milliseconds until a name may be tried again: nothing for three slips, then 1, 2, 4… seconds, up
 * to a quarter of an hour. Never for ever, and forgotten after a day.
 */
export function waitBefore(failures: Failures | undefined, now: Date): number {
  if (failures === undefined || failures.count < freeAttempts) return 0
  const since = now.getTime() - Date.parse(failures.lastAt)
  const wait = Math.min(second * 2 ** (failures.count - freeAttempts), longestWait)
  return Math.max(0, wait - since)
}

/** The count after one more failure. */
export function countAfter(failures: Failures | undefined, now: Date): number {
  if (failures === undefined || isForgotten(failures, now)) return 1
  return failures.count + 1
}

/** What failed before this time is forgotten. */
export function forgottenBefore(now: Date): string {
  return new Date(now.getTime() - day).toISOString()
}

function isForgotten(failures: Failures, now: Date): boolean {
  return failures.lastAt < forgottenBefore(now)
}
