/** Small enough that leaving is never kept waiting where there is no worker. */
export const sliceBytes = 256 * 1024

/**
 * Bytes of a file, from `at` on; fewer than `length` at its end only.
 *
 * @throws when the file is not as it was, or no longer there
 */
export async function readSlice(file: Blob, at: number, length: number): Promise<Uint8Array> {
  const wanted = Math.min(length, file.size - at)
  const bytes = new Uint8Array(await file.slice(at, at + wanted).arrayBuffer())
  if (bytes.length !== wanted) throw new Error('the file has changed')
  return bytes
}
