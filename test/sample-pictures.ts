/** Small pictures as phones make them: with the place, the time and the phone inside. */
import sharp from 'sharp'

/** 640 × 400, turned on its side by the phone, and telling everything that a picture can tell. */
export async function telltalePicture(format: 'jpeg' | 'png' | 'webp' | 'avif'): Promise<Buffer> {
  const plain = await plainPicture()
  return sharp(plain)
    .withMetadata({ orientation: 6 })
    .withExifMerge({
      IFD0: { Make: 'Acme', Model: 'Phone 9', Artist: 'Sam Field', Software: 'Camera 1.2' },
      IFD2: { DateTimeOriginal: '2026:11:20 10:11:12', BodySerialNumber: 'SN-12345' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '51/1 30/1 3600/100',
        GPSLongitudeRef: 'W',
        GPSLongitude: '0/1 7/1 0/1',
      },
    })
    .toFormat(format)
    .toBuffer()
}

/** The same picture with nothing inside. */
export function plainPicture(): Promise<Buffer> {
  const create = { width: 640, height: 400, channels: 3, background: '#385' } as const
  return sharp({ create }).jpeg().toBuffer()
}
