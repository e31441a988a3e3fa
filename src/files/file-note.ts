/** What is said of a file, sealed beside it. Written for a human officer who opens it with nothing but `age`. Pure. */
import * as v from 'valibot'
import { pad } from '../sealing/pad.ts'
import { kinds } from './kinds.ts'
import type { WhatItTells } from './what-it-tells.ts'

/** `original`: byte for byte what the reporter had. `cleaned`: the same picture without hidden details. */
export type FileRole = 'original' | 'cleaned'

export interface FileNote {
  readonly kind: 'signpost file'
  readonly version: 1
  /** As `tidyFileName` left it; may be empty. Whoever shows it must isolate its direction. */
  readonly name: string
  readonly type: (typeof kinds)[number]['name']
  /** Off where the name says another kind than the bytes do. */
  readonly nameFits: boolean
  /** In clear, in bytes. */
  readonly size: number
  /** SHA-256 of the file in clear, 64 hexadecimal digits. */
  readonly sha256: string
  readonly role: FileRole
  /** What was found in the original: for a cleaned copy, what it no longer says. */
  readonly tells: WhatItTells
  /** The day it was added: `2026-11-22`. */
  readonly added: string
  readonly sealed: 'on arrival' | 'in the browser'
}

/** The text to be sealed, padded so that its length tells little. */
export function writeFileNote(note: FileNote): string {
  return pad(JSON.stringify(note, null, 2))
}

/** The note in an opened seal, or `undefined`: a reporter's browser may have written anything. */
export function readFileNote(text: string): FileNote | undefined {
  try {
    const result = v.safeParse(noteSchema, JSON.parse(text))
    return result.success ? result.output : undefined
  } catch {
    return undefined
  }
}

const said = v.pipe(v.string(), v.maxLength(200))

const detail = v.variant('what', [
  v.object({
    what: v.literal('place'),
    latitude: v.pipe(v.number(), v.minValue(-90), v.maxValue(90)),
    longitude: v.pipe(v.number(), v.minValue(-180), v.maxValue(180)),
  }),
  v.object({ what: v.literal('time'), text: said }),
  v.object({ what: v.literal('device'), text: said }),
  v.object({ what: v.literal('author'), text: said }),
])

const noteSchema = v.object({
  kind: v.literal('signpost file'),
  version: v.literal(1),
  name: v.pipe(v.string(), v.maxLength(1_000)),
  type: v.picklist(kinds.map(({ name }) => name)),
  nameFits: v.boolean(),
  size: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  role: v.picklist(['original', 'cleaned']),
  tells: v.variant('outcome', [
    v.object({ outcome: v.literal('read'), details: v.pipe(v.array(detail), v.maxLength(20)) }),
    v.object({ outcome: v.literal('cannot-read') }),
  ]),
  added: v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d$/)),
  sealed: v.picklist(['on arrival', 'in the browser']),
})
