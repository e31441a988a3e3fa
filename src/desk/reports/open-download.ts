/** Opens a file in the officer's browser, piece by piece, and looks whether it is what its note says. */

import { downloadName } from '../../files/file-name.ts'
import type { FileNote } from '../../files/file-note.ts'
import { kindOf } from '../../files/kinds.ts'
import { recognise, tellingBytes } from '../../files/recognise.ts'
import type { Identity } from '../../sealing/identity.ts'
import { newRunningHash } from '../../sealing/running-hash.ts'
import { type ByteStream, DamagedSeal, openStream } from '../../sealing/seal-stream.ts'

export type OpenedDownload =
  | {
      readonly outcome: 'opened'
      readonly file: Blob
      /** Under which an officer's computer may keep it. */
      readonly name: string
      /** Its bytes could run something: the name keeps them from it. */
      readonly runs: boolean
    }
  /** `changed`: it opened, and is not the file whose hash stands in the note. */
  | { readonly outcome: 'damaged' | 'changed' }

interface Asked {
  readonly key: Identity
  /** `undefined` where the note could not be read: then nothing can be compared. */
  readonly note: FileNote | undefined
  readonly place: number
  readonly onProgress: (bytes: number) => void
}

/** @throws where the line drops */
export async function openDownload(sealed: ByteStream, asked: Asked): Promise<OpenedDownload> {
  const opened = await openStream(sealed, asked.key)
  if (opened.outcome !== 'opened') return { outcome: 'damaged' }
  try {
    return judge(await collect(opened.clear, asked.onProgress), asked)
  } catch (error) {
    if (error instanceof DamagedSeal) return { outcome: 'damaged' }
    throw error
  }
}

interface Collected {
  readonly file: Blob
  readonly start: Uint8Array
  readonly sha256: string
}

// Browsers keep blobs outside the page's own memory, and large ones on the disk.
const blobSize = 8 * 1024 * 1024

async function collect(clear: ByteStream, onProgress: (bytes: number) => void): Promise<Collected> {
  const hash = newRunningHash()
  const blobs: Blob[] = []
  const start: Uint8Array[] = []
  let pieces: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  const reader = clear.getReader()
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    const piece = new Uint8Array(read.value)
    if (size < tellingBytes) start.push(piece.slice(0, tellingBytes))
    hash.add(piece)
    pieces.push(piece)
    size += piece.length
    if (size >= (blobs.length + 1) * blobSize) {
      blobs.push(new Blob(pieces))
      pieces = []
      onProgress(size)
    }
  }
  const file = new Blob([...blobs, ...pieces], { type: 'application/octet-stream' })
  return { file, start: await joined(start), sha256: hash.digest() }
}

async function joined(pieces: readonly Uint8Array[]): Promise<Uint8Array> {
  return new Uint8Array(await new Blob(pieces as Uint8Array<ArrayBuffer>[]).arrayBuffer())
}

/** What the bytes are is looked at again: the note was written by a stranger's browser. */
function judge({ file, start, sha256 }: Collected, { note, place }: Asked): OpenedDownload {
  if (note !== undefined && note.sha256 !== sha256) return { outcome: 'changed' }
  const given = note?.name ?? ''
  // Two files of one name in one folder, and nobody knows any more which is the evidence.
  const called = note?.role === 'cleaned' && given !== '' ? `cleaned-${given}` : given
  const found = recognise(given, start)
  const runs = found.outcome === 'refused' && found.why === 'runs'
  const kind = found.outcome === 'taken' ? found.kind : kindOf('other')
  return { outcome: 'opened', file, name: downloadName(called, kind, `file-${place}`), runs }
}
