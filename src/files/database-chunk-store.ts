import type { Database } from '../database/database.ts'
import type { ChunkStore, ChunkWriter } from './chunk-store.ts'
import { advanceFile, type Progress, type TellNews } from './file-progress-store.ts'
import type { FileId } from './stored-file.ts'

const pieceSize = 256 * 1024

/** Rows, for processes that share a database and no disk. Each is recorded in its own transaction. */
export function databaseChunkStore(database: Database, tellNews: TellNews): ChunkStore {
  return {
    open: async (id, from, now) => writer({ database, tellNews, now }, { id, from }),
    read: (file, size) => pieces(database, file, size),
    remove: async (file) => {
      await database.deleteFrom('file_chunks').where('file', '=', file).execute()
    },
    room: async () => undefined,
    ids: async () => [],
  }
}

interface Means {
  readonly database: Database
  readonly tellNews: TellNews
  readonly now: () => Date
}

function writer(means: Means, { id, from }: { id: FileId; from: number }): ChunkWriter {
  let place: number | undefined = from
  let waiting: Uint8Array[] = []
  let size = 0
  const store = async () => {
    if (place === undefined || size === 0) return
    const progress = { id, from: place, to: place + size }
    place = (await storeChunk(means, progress, Buffer.concat(waiting))) ? progress.to : undefined
    waiting = []
    size = 0
  }
  return {
    async write(bytes) {
      waiting.push(bytes)
      size += bytes.length
      if (size >= pieceSize) await store()
    },
    async finish() {
      await store()
      return place
    },
    drop: async () => undefined,
  }
}

function storeChunk(
  { database, tellNews, now }: Means,
  progress: Progress,
  bytes: Buffer,
): Promise<boolean> {
  return database.transaction().execute(async (transaction) => {
    if (!(await advanceFile(transaction, tellNews, progress, now()))) return false
    const row = { file: progress.id, place: progress.from, bytes }
    await transaction.insertInto('file_chunks').values(row).execute()
    return true
  })
}

async function* pieces(
  database: Database,
  file: FileId,
  size: number,
): AsyncGenerator<Uint8Array, void> {
  for (let place = 0; place < size; ) {
    const row = await database
      .selectFrom('file_chunks')
      .select('bytes')
      .where('file', '=', file)
      .where('place', '=', place)
      .executeTakeFirst()
    if (row === undefined || row.bytes.length === 0)
      throw new Error('a stored file is shorter than what was recorded')
    place += row.bytes.length
    yield row.bytes
  }
}
