/** How many pixels a picture has, read from its beginning: known before anything swells in memory. Pure. */

export interface PictureSize {
  readonly width: number
  readonly height: number
}

/**
 * The size of a JPEG, PNG, GIF, WebP or AVIF as it is stored, before it is turned upright;
 * `undefined` where these bytes do not say it.
 */
export function pictureSize(start: Uint8Array): PictureSize | undefined {
  const view = new DataView(start.buffer, start.byteOffset, start.byteLength)
  try {
    const found = sizeIn(view)
    return found && found.width > 0 && found.height > 0 ? found : undefined
  } catch {
    // The bytes ended before the size came.
    return undefined
  }
}

function sizeIn(view: DataView): PictureSize | undefined {
  if (view.getUint16(0) === 0xffd8) return jpegSize(view)
  const mark = letters(view, 0)
  if (mark === '\x89PNG') return { width: view.getUint32(16), height: view.getUint32(20) }
  if (mark === 'GIF8') return { width: view.getUint16(6, true), height: view.getUint16(8, true) }
  if (mark === 'RIFF') return webpSize(view)
  return letters(view, 4) === 'ftyp' ? avifSize(view) : undefined
}

// The size stands in the first frame header, behind all that cameras put before it.
function jpegSize(view: DataView): PictureSize | undefined {
  for (let at = 2; view.getUint8(at) === 0xff; ) {
    const marker = view.getUint8(at + 1)
    if (isFrame(marker)) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
    // A marker may be preceded by any number of fill bytes.
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2)
  }
  return undefined
}

function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
}

function webpSize(view: DataView): PictureSize | undefined {
  const form = letters(view, 12)
  if (form === 'VP8X') return { width: 1 + uint24(view, 24), height: 1 + uint24(view, 27) }
  if (form === 'VP8L') {
    const bits = view.getUint32(21, true)
    return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) }
  }
  if (form !== 'VP8 ') return undefined
  return {
    width: view.getUint16(26, true) & 0x3fff,
    height: view.getUint16(28, true) & 0x3fff,
  }
}

// A picture may consist of several of different sizes: the largest is the one that counts.
function avifSize(view: DataView): PictureSize | undefined {
  let largest: PictureSize | undefined
  for (let at = 8; at + 16 <= view.byteLength; at += 1) {
    if (letters(view, at) !== 'ispe') continue
    const size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) }
    if (size.width * size.height > (largest?.width ?? 0) * (largest?.height ?? 0)) largest = size
  }
  return largest
}

function uint24(view: DataView, at: number): number {
  return view.getUint16(at, true) | (view.getUint8(at + 2) << 16)
}

function letters(view: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((step) => view.getUint8(at + step)))
}
