/** How much room unfinished reports have, so that beginning thousands fills no disk and shuts out nobody. Pure. */

/**
 * A draft climbs a rung each time its answers have doubled, and competes only with those on its own:
 * whoever wants to push out a report of eight answers has to give eight answers, thousands of times.
 */
const highestRung = 3

/** However few its answers, what is long competes with what is long. */
const longRung = 4

/** What was sent is never pushed out: it holds the receipt. */
export const sentRung = 5

/** In characters of the box: answers of more than 8 KiB. */
const long = 12_000

/** The most that a site keeps on each rung; together some 600 MB, and at the worst 2 GB. */
export const room: readonly number[] = [25_000, 25_000, 25_000, 25_000, 2_000]

/** @param version 1 for the first answer, and one more with each */
export function rungOf(version: number, box: string): number {
  if (box.length > long) return longRung
  return Math.min(highestRung, Math.floor(Math.log2(version)))
}
