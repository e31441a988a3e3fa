/** Takes in a file of somebody whose browser cannot seal: sealed as it comes, never in clear on a disk. */

import { createHash } from 'node:crypto'
import type { ReportId } from '../reports/stored-report.ts'
import type { Recipient } from '../sealing/identity.ts'
import type { Sealed } from '../sealing/seal.ts'
import { type SealedStream, sealStream } from '../sealing/seal-stream.ts'
import { addFile, type BegunFile, type FileStores, isFull } from './add-file.ts'
import type { Kind } from './kinds.ts'
import { largestFile, largestSealedFile } from './limits.ts'
import { recognise, tellingBytes } from './recognise.ts'
import type { FileId } from './stored-file.ts'
import { destroyFile } from './withdraw-files.ts'

/** Whose file it is, and to whom it is sealed: the report’s own one-use key. */
export interface Addressee {
  readonly report: ReportId
  readonly recipient: Recipient
}

export interface Arriving {
  /** As `tidyFileName` left it. */
  readonly name: string
  readonly bytes: AsyncIterable<Uint8Array>
  /** The largest that it can be: the length of the whole request, for one. */
  readonly atMost: number
}

/** Sealed and on the disk, but not yet seen by officers: its note is still to be written. */
export interface Arrived {
  readonly id: FileId
  readonly name: string
  readonly kind: Kind
  readonly nameFits: boolean
  /** In clear. */
  readonly size: number
  readonly sha256: string
}

export type StoredArrival =
  | { readonly outcome: 'arrived'; readonly file: Arrived }
  | { readonly outcome: Exclude<BegunFile['outcome'], 'begun'> | 'empty' | 'runs' }

/** @throws where the line drops or the service fails; nothing of the file is left then */
export async function storeFile(
  stores: FileStores,
  addressee: Addressee,
  arriving: Arriving,
  now: () => Date,
): Promise<StoredArrival> {
  const { start, bytes } = await peek(arriving.bytes)
  const found = recognise(arriving.name, start)
  if (found.outcome === 'refused') return { outcome: found.why }
  const { report } = addressee
  const most = Math.min(largestFile, arriving.atMost)
  const size = most + largestSealedFile - largestFile
  const row = { report, size, note: '' as Sealed, copyOf: undefined }
  const begun = await addFile(stores, row, now())
  if (begun.outcome !== 'begun') return begun
  const { kind, nameFits } = found
  const stored = await sealInto(stores, addressee, { id: begun.id, bytes, most }, now)
  if (typeof stored === 'string') return { outcome: stored }
  const { name } = arriving
  return { outcome: 'arrived', file: { id: begun.id, name, kind, nameFits, ...stored } }
}

interface Clear {
  readonly id: FileId
  readonly bytes: AsyncIterable<Uint8Array>
  /** More than so many bytes are too many. */
  readonly most: number
}

/** Seals bytes into a file that was begun. What fails leaves nothing behind. */
export async function sealInto(
  stores: FileStores,
  { recipient }: Addressee,
  { id, bytes, most }: Clear,
  now: () => Date,
): Promise<{ size: number; sha256: string } | 'too-large' | 'no-room' | 'not-found'> {
  const measured = measure(bytes, most)
  const sealed = await sealStream(ReadableStream.from(measured.bytes), [recipient])
  try {
    if (await writeAll(stores, id, sealed, now)) return measured.result()
    await destroyFile(stores, id)
    return 'not-found'
  } catch (error) {
    await destroyFile(stores, id)
    if (error instanceof TooLarge) return 'too-large'
    if (isFull(error)) return 'no-room'
    throw error
  }
}

async function writeAll(
  { chunks }: FileStores,
  id: FileId,
  sealed: SealedStream,
  now: () => Date,
): Promise<boolean> {
  const writer = await chunks.open(id, 0, now)
  try {
    for await (const piece of sealed) await writer.write(piece)
  } catch (error) {
    await writer.drop()
    throw error
  }
  return (await writer.finish()) !== undefined
}

class TooLarge extends Error {
  override readonly name = 'TooLarge'
}

function measure(bytes: AsyncIterable<Uint8Array>, most: number) {
  const hash = createHash('sha256')
  let size = 0
  async function* passing(): AsyncGenerator<Uint8Array, void> {
    for await (const piece of bytes) {
      size += piece.length
      if (size > most) throw new TooLarge('a file is larger than we take')
      hash.update(piece)
      yield piece
    }
  }
  return { bytes: passing(), result: () => ({ size, sha256: hash.digest('hex') }) }
}

/** The beginning of a stream, and the whole of it again. */
async function peek(bytes: AsyncIterable<Uint8Array>) {
  const rest = bytes[Symbol.asyncIterator]()
  const first: Uint8Array[] = []
  let size = 0
  while (size < tellingBytes) {
    const { done, value } = await rest.next()
    if (done === true) break
    first.push(value)
    size += value.length
  }
  async function* again(): AsyncGenerator<Uint8Array, void> {
    yield* first
    for (;;) {
      const { done, value } = await rest.next()
      if (done === true) return
      yield value
    }
  }
  return { start: Buffer.concat(first), bytes: again() }
}
