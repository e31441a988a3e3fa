/** Tells texts that are nearly the same, however long they are, in a bounded time. */

/** The smallest keyed hashes of a text's pieces, in order: enough to compare, and no way back to the words. */
export type Sketch = Uint32Array

const pieceLength = 5
const sketchLength = 128

/** What is looked at of one text, in UTF-16 units. Sorting it takes two milliseconds. */
const mostText = 20_000

/** Below so many pieces, a chance likeness is likely: such texts are alike only if they are the same. */
const fewPieces = 16

/** Part of the pieces that two texts share. Two people’s own words share less than a tenth. */
const alike = 0.6
const mostDifferent = sketchLength * (1 - alike)

/**
 * The bottom-k sketch (MinHash) of a text over runs of five letters or digits, in any script.
 * Nobody without the key can make a text that is taken for another.
 *
 * @returns `undefined` where there is too little to compare
 */
export function sketchOf(text: string, key: number): Sketch | undefined {
  const plain = text
    .slice(0, mostText)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
  const pieces = plain.length - pieceLength + 1
  if (pieces < 1) return undefined
  const hashes = Uint32Array.from({ length: pieces }, (_, start) =>
    hashAt(plain, start, key),
  ).sort()
  return hashes.filter((hash, place) => hash !== hashes[place - 1]).slice(0, sketchLength)
}

export function areAlike(one: Sketch, other: Sketch): boolean {
  const { shared, seen } = compare(one, other)
  if (Math.min(one.length, other.length) < fewPieces) return shared === seen
  return shared >= seen * alike
}

/** Greater than every hash. */
const end = 2 ** 32

/** Of the smallest hashes of both together, how many both have. */
function compare(one: Sketch, other: Sketch): { shared: number; seen: number } {
  let [shared, seen, here, there] = [0, 0, 0, 0]
  const all = one.length + other.length
  // Where too many are different, it does not matter what follows: most texts part here.
  while (here + there < all && seen < sketchLength && seen - shared <= mostDifferent) {
    const order = (one[here] ?? end) - (other[there] ?? end)
    shared += Number(order === 0)
    here += Number(order <= 0)
    there += Number(order >= 0)
    seen += 1
  }
  return { shared, seen }
}

function hashAt(text: string, start: number, key: number): number {
  let hash = key
  for (let place = start; place < start + pieceLength; place += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(place), 0x9e3779b1)
    hash ^= hash >>> 15
  }
  hash = Math.imul(hash ^ key, 0x85ebca6b)
  return (hash ^ (hash >>> 13)) >>> 0
}
