/** Draws a picture anew, so that only what it shows is left of it. Without script no copy is made here. */
import { pictureSize } from './picture-size.ts'

export type DrawnAgain =
  | { readonly outcome: 'drawn'; readonly copy: Blob }
  /**
   * `disturbed`: this browser changes what is drawn, to keep its owner from being recognised.
   * `too-large`: more pixels than a phone can hold. `unreadable`: it cannot show this picture.
   */
  | { readonly outcome: 'cannot'; readonly why: 'disturbed' | 'too-large' | 'unreadable' }

type Surface = { readonly context: Drawing; readonly encode: (type: string) => Promise<Blob> }
type Drawing = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D

/** Four bytes a pixel while it is decoded: 256 MB. */
const mostPixels = 64_000_000

/** What every phone can draw on, and enough to read a number plate. */
const longestSide = 4_096

/** Enough of a file to find its size behind all that a camera puts first. */
const headBytes = 1024 * 1024

/**
 * A copy that looks the same, upright and at most 4,096 pixels long, and holds nothing but pixels:
 * JPEG from JPEG and from what photographs come as, PNG and WebP from their own.
 */
export async function drawAgain(file: Blob): Promise<DrawnAgain> {
  const size = pictureSize(new Uint8Array(await file.slice(0, headBytes).arrayBuffer()))
  if (size !== undefined && size.width * size.height > mostPixels) return cannot('too-large')
  if (!(await keepsWhatIsDrawn())) return cannot('disturbed')
  try {
    const picture = await createImageBitmap(file)
    const copy = await drawn(picture, typeFor(file.type))
    picture.close()
    return copy === undefined ? cannot('unreadable') : { outcome: 'drawn', copy }
  } catch {
    return cannot('unreadable')
  }
}

/** Whether this browser can show the picture at all. */
export async function canShow(file: Blob): Promise<boolean> {
  try {
    const picture = await createImageBitmap(file, { resizeWidth: 1, resizeHeight: 1 })
    picture.close()
    return true
  } catch {
    return false
  }
}

function cannot(why: 'disturbed' | 'too-large' | 'unreadable'): DrawnAgain {
  return { outcome: 'cannot', why }
}

// PNG and WebP may have holes to look through, which JPEG has not.
function typeFor(type: string): string {
  return type === 'image/png' || type === 'image/gif' || type === 'image/webp' ? type : 'image/jpeg'
}

async function drawn(picture: ImageBitmap, type: string): Promise<Blob | undefined> {
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height))
  const width = Math.max(1, Math.round(picture.width * scale))
  const height = Math.max(1, Math.round(picture.height * scale))
  const surface = newSurface(width, height)
  surface.context.imageSmoothingQuality = 'high'
  surface.context.drawImage(picture, 0, 0, width, height)
  const copy = await surface.encode(type)
  // A browser that cannot write a type writes PNG instead, and says so.
  return /^image\/(jpeg|png|webp)$/.test(copy.type) ? copy : undefined
}

function newSurface(width: number, height: number): Surface {
  return typeof OffscreenCanvas === 'function'
    ? surfaceAside(new OffscreenCanvas(width, height))
    : surfaceInPage(width, height)
}

// What is drawn is read back or written at once: a graphics card would only be in the way.
const settings: CanvasRenderingContext2DSettings = { willReadFrequently: true }

function surfaceAside(canvas: OffscreenCanvas): Surface {
  const context = canvas.getContext('2d', settings)
  if (context === null) throw new Error('this browser draws nothing')
  return { context, encode: (type) => canvas.convertToBlob({ type, quality }) }
}

function surfaceInPage(width: number, height: number): Surface {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d', settings)
  if (context === null) throw new Error('this browser draws nothing')
  const encode = (type: string) =>
    new Promise<Blob>((resolve, reject) => {
      const take = (blob: Blob | null) =>
        blob === null ? reject(new Error('the picture was not written')) : resolve(blob)
      canvas.toBlob(take, type, quality)
    })
  return { context, encode }
}

const quality = 0.92

let kept: Promise<boolean> | undefined

/**
 * Whether a drawing comes back as it was drawn. Tor Browser, Brave and strict Firefox change some or
 * all of it, and a copy full of noise would be worth nothing to anybody.
 */
export function keepsWhatIsDrawn(): Promise<boolean> {
  kept ??= drawsTruly().catch(() => false)
  return kept
}

const side = 64

async function drawsTruly(): Promise<boolean> {
  const first = newSurface(side, side)
  const pattern = first.context.createImageData(side, side)
  // Every pixel another, and none see-through, so that nothing is rounded on the way.
  pattern.data.forEach((_, place, data) => {
    data[place] = place % 4 === 3 ? 255 : (place * 73 + (place >> 6) * 31) & 255
  })
  first.context.putImageData(pattern, 0, 0)
  const written = await createImageBitmap(await first.encode('image/png'))
  const second = newSurface(side, side)
  second.context.drawImage(written, 0, 0)
  return [first, second].every(({ context }) => {
    const { data } = context.getImageData(0, 0, side, side)
    return data.every((value, place) => value === pattern.data[place])
  })
}
