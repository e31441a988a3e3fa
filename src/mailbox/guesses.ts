import { setTimeout as pause } from 'node:timers/promises'

/**
 * How long somebody waits who names a mailbox that we do not know. Slowed are names and the whole,
 * never a person or an address: nobody can shut another out, and who has a receipt never waits.
 * In memory only, and forgotten within minutes.
 */
export type Guesses = ReturnType<typeof startGuesses>

/** In milliseconds. */
export const longestWait = 4_000

/** How many answers to guesses an hour of guessing can bring, at most: one in so many milliseconds. */
const between = 40
const first = 250
const forgottenAfter = 10 * 60_000
const mostNames = 10_000
const mostWaiting = 500

interface Tried {
  readonly times: number
  readonly at: number
}

export function startGuesses() {
  const names = new Map<string, Tried>()
  // The moment at which the next guess is due, if guesses stood in one line.
  let due = 0
  let waiting = 0

  /**
   * The wait for a guess that was wrong, in milliseconds.
   *
   * @param name the keyed hash of the mailbox name that was guessed
   */
  function waitFor(name: string, now: Date): number {
    const moment = now.getTime()
    const before = names.get(name)
    const times = before && moment - before.at < forgottenAfter ? before.times + 1 : 1
    names.delete(name)
    names.set(name, { times, at: moment })
    dropOldest(names)
    due = Math.min(Math.max(due, moment) + between, moment + longestWait)
    return Math.min(longestWait, Math.max(due - moment, first * 2 ** Math.min(times - 1, 10)))
  }

  return {
    /**
     * Keeps a wrong guess waiting.
     *
     * @returns whether it may be answered: not when very many wait already
     */
    async hold(name: string, now: Date): Promise<boolean> {
      if (waiting >= mostWaiting) return false
      waiting += 1
      try {
        await pause(waitFor(name, now))
        return true
      } finally {
        waiting -= 1
      }
    },

    waitFor,

    /** How many names are remembered just now. */
    size: () => names.size,
  }
}

// A map keeps the order in which names came, so the first is the one that was guessed longest ago.
function dropOldest(names: Map<string, Tried>): void {
  if (names.size <= mostNames) return
  const oldest = names.keys().next()
  if (!oldest.done) names.delete(oldest.value)
}
