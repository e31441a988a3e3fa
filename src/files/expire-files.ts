import type { ChunkStore } from './chunk-store.ts'
import type { FileStore } from './file-store.ts'

interface Stores {
  readonly files: Pick<FileStore, 'overdue' | 'remove' | 'has'>
  readonly chunks: Pick<ChunkStore, 'remove' | 'ids'>
}

/** Destroys what nobody finished in time; returns how many files. */
export async function expireFiles({ files, chunks }: Stores, now: Date): Promise<number> {
  const overdue = await files.overdue(now)
  for (const id of overdue) {
    await files.remove(id)
    await chunks.remove(id)
  }
  return overdue.length
}

/**
 * Destroys bytes that belong to no file any more: a server can die between forgetting a file and
 * destroying it. Once at the start is enough.
 */
export async function sweepFiles({ files, chunks }: Stores): Promise<void> {
  for (const id of await chunks.ids()) if (!(await files.has(id))) await chunks.remove(id)
}
