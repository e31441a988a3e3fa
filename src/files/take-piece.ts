import { type FileStores, isFull } from './add-file.ts'
import { largestPiece } from './limits.ts'
import type { StoredFile } from './stored-file.ts'

export type TakenPiece =
  /** So many bytes of the file are safe now. */
  | { readonly outcome: 'taken'; readonly offset: number }
  /** Somebody went on with it meanwhile, or it is gone: look again. */
  | { readonly outcome: 'moved' }
  | { readonly outcome: 'too-long' | 'no-room' }

/**
 * Takes the bytes that follow `file.stored`. Where the line drops, what came before is safe and
 * counts; nothing counts before it is on the disk.
 */
export async function takePiece(
  { chunks }: Pick<FileStores, 'chunks'>,
  file: StoredFile,
  bytes: AsyncIterable<Uint8Array>,
  now: () => Date,
): Promise<TakenPiece> {
  const writer = await chunks.open(file.id, file.stored, now)
  const most = Math.min(largestPiece, file.size - file.stored)
  try {
    const fits = await bring(bytes, most, (piece) => writer.write(piece))
    if (!fits) {
      await writer.drop()
      return { outcome: 'too-long' }
    }
  } catch (error) {
    await writer.drop()
    if (isFull(error)) return { outcome: 'no-room' }
    throw error
  }
  const offset = await writer.finish()
  return offset === undefined ? { outcome: 'moved' } : { outcome: 'taken', offset }
}

/** Whether all of it fitted. A line that drops ends it early, and is no error here. */
async function bring(
  bytes: AsyncIterable<Uint8Array>,
  most: number,
  write: (piece: Uint8Array) => Promise<void>,
): Promise<boolean> {
  let size = 0
  for await (const piece of untilItDrops(bytes)) {
    size += piece.length
    if (size > most) return false
    await write(piece)
  }
  return true
}

async function* untilItDrops(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  try {
    yield* bytes
  } catch {
    // The sender is gone: there is nobody to tell, and what came is kept.
  }
}
