/** What a picture says about whoever took it, beside what it shows. Pure: the same in the browser. */
import ExifReader from 'exifreader'
import { hidesNothing, type Kind } from './kinds.ts'

/** One detail that travels inside a file. */
export type Detail =
  | { readonly what: 'place'; readonly latitude: number; readonly longitude: number }
  /** As the file says it: `2026-11-22 11:04:05`. */
  | { readonly what: 'time'; readonly text: string }
  /** Maker and model, and a serial number where there is one. */
  | { readonly what: 'device'; readonly text: string }
  | { readonly what: 'author'; readonly text: string }

export type WhatItTells =
  /** We looked. No details: it tells nothing that we know of. */
  | { readonly outcome: 'read'; readonly details: readonly Detail[] }
  /** A kind that we cannot look into, or a damaged one: it may tell anything. */
  | { readonly outcome: 'cannot-read' }

/**
 * Looks for place, time, device and author in a picture.
 *
 * @param bytes the whole file: details may stand at its end
 */
export function whatItTells(kind: Kind, bytes: Uint8Array): WhatItTells {
  if (hidesNothing(kind)) return { outcome: 'read', details: [] }
  if (kind.family !== 'image') return { outcome: 'cannot-read' }
  try {
    const tags: object = ExifReader.load(viewOf(bytes), { expanded: true })
    return { outcome: 'read', details: detailsIn(tags) }
  } catch (error) {
    // A picture without a single tag is an error to the library.
    return error instanceof Error && error.message === 'No Exif data'
      ? { outcome: 'read', details: [] }
      : { outcome: 'cannot-read' }
  }
}

/** The library's groups of tags; what stands in them is whatever a stranger's file says. */
interface Tags {
  readonly gps?: { readonly Latitude?: number; readonly Longitude?: number }
  readonly exif?: Group
  readonly iptc?: Group
  readonly xmp?: Group
  readonly pngText?: Group
}

type Group = Readonly<Record<string, unknown>>

function detailsIn(tags: Tags): readonly Detail[] {
  return [placeIn(tags), timeIn(tags), deviceIn(tags), authorIn(tags)].filter(
    (detail) => detail !== undefined,
  )
}

function placeIn({ gps }: Tags): Detail | undefined {
  const { Latitude: latitude, Longitude: longitude } = gps ?? {}
  if (latitude === undefined || longitude === undefined) return undefined
  if (!Number.isFinite(latitude) || !Number.isFinite(longitude)) return undefined
  return { what: 'place', latitude, longitude }
}

const times = ['DateTimeOriginal', 'DateTimeDigitized', 'DateTime', 'DateCreated', 'CreateDate']

function timeIn({ exif, xmp, pngText }: Tags): Detail | undefined {
  const text = said(exif, times) ?? said(xmp, times) ?? said(pngText, ['Creation Time'])
  // Exif writes dates as 2026:11:22.
  return text === undefined
    ? undefined
    : { what: 'time', text: text.replace(/^(\d{4}):(\d\d):(\d\d)/, '$1-$2-$3') }
}

function deviceIn({ exif, xmp }: Tags): Detail | undefined {
  const make = said(exif, ['Make']) ?? said(xmp, ['Make'])
  const model = said(exif, ['Model']) ?? said(xmp, ['Model'])
  const serial = said(exif, ['BodySerialNumber', 'LensSerialNumber'])
  const named = make !== undefined && model?.startsWith(make) === true
  const parts = [named ? undefined : make, model, serial].filter((part) => part !== undefined)
  return parts.length === 0 ? undefined : { what: 'device', text: parts.join(' ') }
}

function authorIn({ exif, iptc, xmp, pngText }: Tags): Detail | undefined {
  const text =
    said(exif, ['Artist', 'CameraOwnerName', 'Copyright']) ??
    said(iptc, ['By-line']) ??
    said(xmp, ['creator']) ??
    said(pngText, ['Author'])
  return text === undefined ? undefined : { what: 'author', text }
}

const longest = 200

/** The first of several tags that says something, as plain text of bounded length. */
function said(group: Group | undefined, names: readonly string[]): string | undefined {
  for (const name of names) {
    const text = descriptionOf(group?.[name])
      .replace(/[\p{Cc}\p{Cf}]/gu, ' ')
      .trim()
    if (text !== '') return text.slice(0, longest)
  }
  return undefined
}

function descriptionOf(tag: unknown): string {
  if (Array.isArray(tag)) return descriptionOf(tag[0])
  if (typeof tag !== 'object' || tag === null || !('description' in tag)) return ''
  return typeof tag.description === 'string' ? tag.description : ''
}

// A copy, unless the bytes fill their memory: what lies beside them is none of this picture's.
function viewOf(bytes: Uint8Array): ArrayBuffer {
  const { buffer } = bytes
  if (buffer instanceof ArrayBuffer && buffer.byteLength === bytes.byteLength) return buffer
  return new Uint8Array(bytes).buffer
}
