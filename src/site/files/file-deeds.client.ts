/** All that is slow about a file: looking into it, drawing it anew, hashing, sealing. Works in a worker and in a page. */
import { canBeCleaned, type Kind } from '../../files/kinds.ts'
import { recognise, tellingBytes } from '../../files/recognise.ts'
import { type WhatItTells, whatItTells } from '../../files/what-it-tells.ts'
import { parseRecipient } from '../../sealing/identity.ts'
import { newRunningHash } from '../../sealing/running-hash.ts'
import { seal } from '../../sealing/seal.ts'
import { sealStream } from '../../sealing/seal-stream.ts'
import { canShow, drawAgain } from './draw-again.client.ts'
import type { Examined } from './examined.ts'

/** Small enough that leaving is never kept waiting where there is no worker. */
const stepBytes = 512 * 1024

/** Details may stand at the end of a picture, so it is read whole; a giant only at its beginning. */
const mostToLookThrough = 24 * 1024 * 1024
const headOfGiant = 1024 * 1024

/** What a page asks of the worker. Arguments and answers can be posted between the two. */
export const fileDeeds = {
  examine,
  drawAgain,
  sealNote,
  startHash,
  hashMore,
  startSeal,
  sealMore,
  forget,
} as const

export type FileDeeds = typeof fileDeeds

async function examine(file: File, mostBytes: number): Promise<Examined> {
  if (file.size === 0) return { outcome: 'refused', why: 'empty' }
  if (file.size > mostBytes) return { outcome: 'refused', why: 'too-large' }
  try {
    const found = recognise(file.name, await read(file, 0, tellingBytes))
    if (found.outcome === 'refused') return found
    const { kind, nameFits } = found
    const canCopy = canBeCleaned(kind) || (kind.family === 'image' && (await canShow(file)))
    const tells = await tellsOf(kind, file)
    return { outcome: 'taken', kind: kind.name, family: kind.family, nameFits, tells, canCopy }
  } catch {
    return { outcome: 'refused', why: 'unreadable' }
  }
}

async function tellsOf(kind: Kind, file: File): Promise<WhatItTells> {
  if (kind.family !== 'image') return whatItTells(kind, new Uint8Array(0))
  const isGiant = file.size > mostToLookThrough
  const tells = whatItTells(kind, await read(file, 0, isGiant ? headOfGiant : file.size))
  // The rest of a giant may tell what its beginning does not.
  return isGiant && tells.outcome === 'read' && tells.details.length === 0
    ? { outcome: 'cannot-read' }
    : tells
}

/** The note of a file, sealed. Its length tells nothing when it was padded before. */
async function sealNote(note: string, recipient: string): Promise<string> {
  return seal(note, [parseRecipient(recipient)])
}

/** What goes on over several steps, by the number that the page knows it by. */
const going = new Map<number, () => Promise<Uint8Array | string | number>>()
let started = 0

function keep(step: () => Promise<Uint8Array | string | number>): number {
  started += 1
  going.set(started, step)
  return started
}

async function startHash(file: Blob): Promise<number> {
  const hash = newRunningHash()
  let at = 0
  return keep(async () => {
    if (at >= file.size) return hash.digest()
    const bytes = await read(file, at, stepBytes)
    hash.add(bytes)
    at += bytes.length
    return at
  })
}

/** How many bytes have been taken in; in the end the hash, 64 hexadecimal digits. */
async function hashMore(handle: number): Promise<number | string> {
  const found = (await step(handle)) as number | string
  if (typeof found === 'string') going.delete(handle)
  return found
}

async function startSeal(
  file: Blob,
  recipient: string,
): Promise<{ readonly handle: number; readonly size: number }> {
  const sealed = await sealStream(streamOf(file), [parseRecipient(recipient)])
  const reader = sealed.getReader()
  const size = sealed.size(file.size)
  let left = size
  const handle = keep(async () => {
    const parts: Uint8Array[] = []
    for (const wanted = left - stepBytes; left > Math.max(0, wanted); ) {
      const { done, value } = await reader.read()
      if (done) break
      parts.push(value)
      left -= value.length
    }
    if (left === 0) going.delete(handle)
    return joined(parts)
  })
  return { handle, size }
}

/** The sealed bytes that follow, about half a megabyte; none at the end. */
async function sealMore(handle: number): Promise<Uint8Array> {
  return (await step(handle)) as Uint8Array
}

async function forget(handle: number): Promise<void> {
  going.delete(handle)
}

function step(handle: number): Promise<Uint8Array | string | number> {
  const next = going.get(handle)
  if (next === undefined) throw new Error('nothing goes on under this number')
  return next()
}

function streamOf(file: Blob): ReadableStream<Uint8Array> {
  let at = 0
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        if (at >= file.size) return controller.close()
        const bytes = await read(file, at, stepBytes)
        at += bytes.length
        controller.enqueue(bytes)
      },
    },
    { highWaterMark: 0 },
  )
}

/** @throws when the file is not as it was, or no longer there */
async function read(file: Blob, at: number, length: number): Promise<Uint8Array> {
  const wanted = Math.min(length, file.size - at)
  const bytes = new Uint8Array(await file.slice(at, at + wanted).arrayBuffer())
  if (bytes.length !== wanted) throw new Error('the file has changed')
  return bytes
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
