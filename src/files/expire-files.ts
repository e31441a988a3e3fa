import type { ChunkStore } from './chunk-store.ts'
import type { FileStore } from './file-store.ts'
import type { FileId } from './stored-file.ts'

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
 * destroying it. Once at the start is enough. Where most of what lies there is unknown, nothing is
 * touched: then this is the folder of another database, and not ours to tidy.
 */
export async function sweepFiles({ files, chunks }: Stores): Promise<void> {
  const ids = await chunks.ids()
  const unknown: FileId[] = []
  for (const id of ids) if (!(await files.has(id))) unknown.push(id)
  if (unknown.length * 2 > ids.length) return
  for (const id of unknown) await chunks.remove(id)
}
