/** Looks into a chosen file. Nothing is sent. */
import { canBeCleaned, type Kind } from '../../files/kinds.ts'
import { recognise, tellingBytes } from '../../files/recognise.ts'
import { type WhatItTells, whatItTells } from '../../files/what-it-tells.ts'
import { canShow } from './draw-again.client.ts'
import type { Examined } from './examined.ts'
import { readSlice } from './read-slice.client.ts'

/** Details may stand at the end of a picture, so it is read whole; a giant only at its beginning. */
const mostToLookThrough = 24 * 1024 * 1024
const headOfGiant = 1024 * 1024

export async function examine(file: File, mostBytes: number): Promise<Examined> {
  if (file.size === 0) return { outcome: 'refused', why: 'empty' }
  if (file.size > mostBytes) return { outcome: 'refused', why: 'too-large' }
  try {
    const found = recognise(file.name, await readSlice(file, 0, tellingBytes))
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
  const tells = whatItTells(kind, await readSlice(file, 0, isGiant ? headOfGiant : file.size))
  // The rest of a giant may tell what its beginning does not.
  return isGiant && tells.outcome === 'read' && tells.details.length === 0
    ? { outcome: 'cannot-read' }
    : tells
}
