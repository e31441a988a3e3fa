const smallest = 4 * 1024
const largestDoubling = 64 * 1024

/**
 * Text with white space after it, up to the next size that many texts share: 4, 8, 16, 32, 64 KiB,
 * then every 64 KiB. JSON stays readable by any parser, so a seal opened with the plain `age`
 * command needs nothing of ours.
 */
export function pad(text: string): string {
  const size = new TextEncoder().encode(text).length
  return text + ' '.repeat(bucketOf(size) - size)
}

/** The size in bytes that a text of `size` bytes is padded to. */
export function bucketOf(size: number): number {
  let bucket = smallest
  while (bucket < size && bucket < largestDoubling) bucket *= 2
  return bucket >= size ? bucket : Math.ceil(size / largestDoubling) * largestDoubling
}
