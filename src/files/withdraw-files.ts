import type { ChunkStore } from './chunk-store.ts'
import type { FileStore } from './file-store.ts'
import type { FileId } from './stored-file.ts'

/** Forgets a file first, so that nobody goes on bringing it, and then destroys its bytes; whether it was there. */
export async function destroyFile(
  stores: {
    readonly files: Pick<FileStore, 'remove'>
    readonly chunks: Pick<ChunkStore, 'remove'>
  },
  id: FileId,
): Promise<boolean> {
  const there = await stores.files.remove(id)
  await stores.chunks.remove(id)
  return there
}
