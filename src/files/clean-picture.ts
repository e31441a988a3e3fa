/** Makes the same picture without anything that is not a picture. */
import sharp, { type Sharp } from 'sharp'
import type { Kind, KindName } from './kinds.ts'

export interface CleanPicture {
  readonly type: KindName
  readonly bytes: Buffer
}

// What comes is a stranger's file: only what reads the pictures that we clean may read it at all.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['Jpeg', 'Png', 'Webp', 'Nsgif', 'Heif'].map((name) => `VipsForeignLoad${name}`),
})
sharp.cache(false)
sharp.concurrency(1)

// 100 million pixels are more than any phone takes; a bomb has more.
const mostPixels = 100_000_000
const patience = 20

const forms: Readonly<Partial<Record<KindName, KindName>>> = {
  jpeg: 'jpeg',
  png: 'png',
  webp: 'webp',
  gif: 'gif',
  // Making this kind takes a minute.
  avif: 'jpeg',
}

/**
 * Draws a picture anew: turned as it is meant to be seen, and with nothing taken over beside its
 * pixels. `undefined` where it is damaged, too large to be drawn, or of a kind that we cannot draw.
 */
export async function cleanPicture(
  kind: Kind,
  bytes: Uint8Array,
): Promise<CleanPicture | undefined> {
  const type = forms[kind.name]
  if (type === undefined) return undefined
  const moves = type === 'gif' || type === 'webp'
  try {
    const drawn = sharp(bytes, { limitInputPixels: mostPixels, animated: moves, failOn: 'error' })
      .timeout({ seconds: patience })
      .autoOrient()
    return { type, bytes: await inForm(drawn, type).toBuffer() }
  } catch {
    // Whatever is wrong with it, no copy can be made, and that is what is said.
    return undefined
  }
}

function inForm(picture: Sharp, type: KindName): Sharp {
  if (type === 'png') return picture.png()
  if (type === 'webp') return picture.webp({ quality: 85 })
  if (type === 'gif') return picture.gif()
  return picture.flatten({ background: '#fff' }).jpeg({ quality: 88 })
}
