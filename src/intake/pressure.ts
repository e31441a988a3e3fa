/** How much comes in just now, by the count alone: who sends it, and from where, is never noted. */

const minute = 60_000
const window = 10

/** Up to so many in ten minutes, no browser is asked for anything. */
const calm = 5

/**
 * The most that a browser is asked for: 16 × 2⁹ hashes. In Chromium at a sixth of this machine's speed
 * that took 0.3 seconds on average and 0.5 at the 95th of 100 (bench/work.ts).
 */
export const mostBits = 9

/** What to ask of a browser when `recent` reports have come in ten minutes. */
export function bitsFor(recent: number): number {
  if (recent < calm) return 0
  return Math.min(mostBits, 7 + Math.floor(Math.log2(recent / calm) / 2))
}

/** Counts of the last ten minutes, in memory, minute by minute. */
export class Recent {
  readonly #now: () => Date
  #counts: { readonly minute: number; count: number }[] = []

  constructor(now: () => Date) {
    this.#now = now
  }

  note(): void {
    const now = this.#minute()
    const last = this.#counts.at(-1)
    if (last?.minute === now) last.count += 1
    else this.#counts.push({ minute: now, count: 1 })
  }

  count(): number {
    const now = this.#minute()
    // A clock that was set back leaves minutes that are still to come: they are forgotten too.
    this.#counts = this.#counts.filter((one) => one.minute <= now && one.minute > now - window)
    return this.#counts.reduce((sum, { count }) => sum + count, 0)
  }

  #minute(): number {
    return Math.floor(this.#now().getTime() / minute)
  }
}
