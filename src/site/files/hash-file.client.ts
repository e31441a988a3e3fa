import { newRunningHash } from '../../sealing/running-hash.ts'
import { findWholeHash } from '../../sealing/whole-hash.ts'
import { readSlice, sliceBytes } from './read-slice.client.ts'

/** What is hashed at once, and in memory for that: any photo. */
const mostAtOnce = 16 * 1024 * 1024

/** The SHA-256 of a file, 64 hexadecimal digits. Throws when it is cancelled or cannot be read. */
export async function hashFile(file: Blob, signal: AbortSignal): Promise<string> {
  const isSmall = file.size <= mostAtOnce
  const whole = isSmall && (await findWholeHash(await readSlice(file, 0, file.size)))
  if (whole) return whole
  const hash = newRunningHash()
  for (let at = 0; at < file.size; at += sliceBytes) {
    hash.add(await readSlice(file, at, sliceBytes))
    signal.throwIfAborted()
  }
  return hash.digest()
}
