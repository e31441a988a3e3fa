import { type FileHandle, mkdir, open, readdir, rm, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import type { ChunkStore, ChunkWriter } from './chunk-store.ts'
import type { FileStore } from './file-store.ts'
import { type FileId, parseFileId } from './stored-file.ts'

const pieceSize = 256 * 1024

/**
 * A folder, one file for each, called by our own random id. Only this operating-system user may
 * look. Nothing is ever cut off here: two who bring the same bytes write the same over each other.
 */
export function folderChunkStore(folder: string, files: Pick<FileStore, 'advance'>): ChunkStore {
  const path = (file: FileId) => join(folder, file)
  return {
    async open(file, offset, now) {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const handle = await openOrMake(path(file), folder)
      return writer(handle, { id: file, from: offset }, { files, now })
    },
    read: (file, size) => pieces(path(file), size),
    remove: (file) => rm(path(file), { force: true }),
    async room() {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const { bavail, bsize } = await statfs(folder)
      return bavail * bsize
    },
    async ids() {
      const names = await readdir(folder).catch(() => [])
      return names.map(parseFileId).filter((id) => id !== undefined)
    },
  }
}

async function openOrMake(path: string, folder: string): Promise<FileHandle> {
  try {
    return await open(path, 'r+')
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
  }
  // Two may make it at once: `a` takes what is there, and `r+` writes where it is told.
  await (await open(path, 'a', 0o600)).close()
  await syncFolder(folder)
  return open(path, 'r+')
}

/** A new name is on the disk only when its folder is. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function writer(
  handle: FileHandle,
  { id, from }: { id: FileId; from: number },
  { files, now }: { files: Pick<FileStore, 'advance'>; now: () => Date },
): ChunkWriter {
  let to = from
  return {
    async write(bytes) {
      for (let done = 0; done < bytes.length; ) {
        const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, to)
        done += bytesWritten
        to += bytesWritten
      }
    },
    async finish() {
      try {
        await handle.datasync()
      } finally {
        await handle.close()
      }
      return (await files.advance({ id, from, to }, now())) ? to : undefined
    },
    drop: () => handle.close(),
  }
}

async function* pieces(path: string, size: number): AsyncGenerator<Uint8Array, void> {
  const handle = await open(path, 'r')
  try {
    for (let place = 0; place < size; ) {
      const piece = Buffer.allocUnsafe(Math.min(pieceSize, size - place))
      const { bytesRead } = await handle.read(piece, 0, piece.length, place)
      if (bytesRead === 0) throw new Error('a stored file is shorter than what was recorded')
      place += bytesRead
      yield piece.subarray(0, bytesRead)
    }
  } finally {
    await handle.close()
  }
}
