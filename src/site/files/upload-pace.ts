/** How much of a file goes at once, and how long to wait when a line fails. */

const kibibyte = 1024
const least = 64 * kibibyte
const most = 4 * 1024 * kibibyte

/** The size of the first piece, in bytes. */
export const smallestFirst = 256 * kibibyte

/** Long enough that asking costs little, short enough to see it move and to lose little. */
const wanted = 2_000

/**
 * How large the next piece is, in bytes, after one of `size`.
 *
 * @param took milliseconds that it needed, or `undefined` when it did not arrive
 */
export function nextPieceSize(size: number, took: number | undefined): number {
  const fits = took === undefined ? size / 2 : (size * wanted) / Math.max(took, 1)
  const next = Math.min(fits, size * 2)
  return Math.round(Math.min(most, Math.max(least, next)))
}

/** Milliseconds to wait after so many failures on end: 1, 2, 4… seconds, half a minute at most. */
export function pauseAfter(failures: number): number {
  return Math.min(30_000, 1_000 * 2 ** (failures - 1))
}
