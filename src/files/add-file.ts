import { randomUUID } from 'node:crypto'
import type { ChunkStore } from './chunk-store.ts'
import type { AddedFile } from './file-progress-store.ts'
import type { FileStore } from './file-store.ts'
import { keptFree, largestSealedFile } from './limits.ts'
import type { FileId, NewFile } from './stored-file.ts'

export type BegunFile =
  | { readonly outcome: 'begun'; readonly id: FileId }
  /** `no-room`: the disk is nearly full. `too-large`: one file is larger than we take. */
  | { readonly outcome: Exclude<AddedFile, 'added'> | 'no-room' | 'too-large' }

export interface FileStores {
  readonly files: FileStore
  readonly chunks: ChunkStore
}

/** Begins a file of a report. Its sealed bytes come after. */
export async function addFile(
  { files, chunks }: FileStores,
  file: Omit<NewFile, 'id'>,
  now: Date,
): Promise<BegunFile> {
  if (file.size > largestSealedFile) return { outcome: 'too-large' }
  if (!(await hasRoom(chunks, file.size))) return { outcome: 'no-room' }
  const id = randomUUID() as FileId
  const outcome = await files.add({ ...file, id }, now)
  return outcome === 'added' ? { outcome: 'begun', id } : { outcome }
}

/**
 * Begins a file whose note its sender sealed. No two seals are alike, so a note that came before is
 * that of somebody who did not hear our answer: they are given the file that they began.
 */
export async function addFileOnce(
  stores: FileStores,
  file: Omit<NewFile, 'id'>,
  now: Date,
): Promise<BegunFile> {
  const id = await stores.files.findBegun(file)
  return id === undefined ? addFile(stores, file, now) : { outcome: 'begun', id }
}

/** Whether so many bytes more leave enough of the disk for what matters most: reports. */
export async function hasRoom(chunks: Pick<ChunkStore, 'room'>, bytes: number): Promise<boolean> {
  const room = await chunks.room()
  return room === undefined || room - bytes >= keptFree
}

/** Whether an error says that there is no room left, in the folder or in either database. */
export function isFull(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return /^(ENOSPC|EDQUOT|EFBIG|SQLITE_FULL|53100)$/.test(code)
}
