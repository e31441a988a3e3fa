/** Looks through everything that a browser has on disk, as somebody with time and tools could. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { readMozLz4 } from './moz-lz4.ts'

/** What is looked for, by what it is: `title`, `typed` and so on. */
export type Planted = Readonly<Record<string, readonly string[]>>

/** What of it stands where: `typed: Default/Web Data`. */
export function searchProfile(profile: string, planted: Planted): readonly string[] {
  const wanted = Object.entries(planted).flatMap(([kind, texts]) =>
    texts.flatMap((text) => writings(text).map((bytes) => ({ kind, bytes }))),
  )
  const found = new Set<string>()
  for (const file of filesOf(profile))
    for (const bytes of readings(readFileSync(join(profile, file))))
      for (const one of wanted)
        if (bytes.includes(one.bytes)) found.add(`${one.kind}: ${nameOf(file)}`)
  return [...found].sort()
}

/** Names of files that are drawn at random, or counted, are not told apart. */
function nameOf(file: string): string {
  return file.replace(/[0-9a-f]{8,}|\d+(?=\.(log|ldb)$)|(?<=_)\d+$/gi, 'N')
}

function filesOf(profile: string): readonly string[] {
  return readdirSync(profile, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(profile.length + 1))
}

// As the browser's own tables and logs have it, and as its history escapes it.
function writings(text: string): readonly Buffer[] {
  return [Buffer.from(text), Buffer.from(text, 'utf16le'), Buffer.from(encodeURIComponent(text))]
}

/** The bytes as they are and, where they hold something compressed, what that is. */
function readings(bytes: Buffer): readonly Buffer[] {
  const session = readMozLz4(bytes)
  const kept = [bytes, bytes.subarray(dataOfChromium(bytes))].flatMap(unpacked)
  return [bytes, ...(session ? [session] : []), ...kept]
}

/** Where the body begins in an entry of Chromium's cache: behind the head and the address. */
function dataOfChromium(bytes: Buffer): number {
  const magic = Buffer.from('305c72a71b6dfbfc', 'hex')
  if (!bytes.subarray(0, 8).equals(magic)) return bytes.length
  return 24 + bytes.readUInt32LE(12)
}

function unpacked(bytes: Buffer): readonly Buffer[] {
  const found: Buffer[] = []
  if (bytes.length === 0 || bytes.length > 2_000_000) return found
  const gzip = bytes.indexOf(Buffer.from('1f8b08', 'hex'))
  if (gzip >= 0) found.push(...tried(() => gunzipSync(bytes.subarray(gzip))))
  return [...found, ...tried(() => brotliDecompressSync(bytes))]
}

// Most bytes are not compressed, and nothing tells brotli from them but trying.
function tried(unpack: () => Buffer): readonly Buffer[] {
  try {
    return [unpack()]
  } catch {
    return []
  }
}
