import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import sharp from 'sharp'
import { telltalePicture } from '../../../test/sample-pictures.ts'
import { pictureSize } from './picture-size.ts'

const ground = { width: 321, height: 123, channels: 3, background: '#385' } as const

test('the size of a picture is known before it is opened, whatever wrote it', async () => {
  const picture = () => sharp({ create: ground })
  const written = [
    picture().jpeg(),
    picture().jpeg({ progressive: true }),
    picture().png(),
    picture().gif(),
    picture().webp(),
    picture().webp({ lossless: true }),
    picture().avif(),
  ]
  for (const one of written)
    assert.deepEqual(pictureSize(await one.toBuffer()), { width: 321, height: 123 })
})

test('what a camera puts first does not hide the size', async () => {
  for (const format of ['jpeg', 'png', 'webp', 'avif'] as const)
    assert.deepEqual(
      pictureSize(await telltalePicture(format)),
      { width: 640, height: 400 },
      format,
    )
})

test('bytes that say no size, or end early, are not a picture of some size', async () => {
  const whole = await telltalePicture('jpeg')
  assert.equal(pictureSize(whole.subarray(0, 20)), undefined)
  assert.equal(pictureSize(new Uint8Array(0)), undefined)
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 200 }),
      fc.constantFrom('\xff\xd8', 'RIFF', '\x89PNG', 'GIF8'),
      (rest, mark) => {
        const size = pictureSize(Buffer.concat([Buffer.from(mark, 'latin1'), rest]))
        assert.ok(size === undefined || size.width * size.height > 0)
      },
    ),
  )
})
