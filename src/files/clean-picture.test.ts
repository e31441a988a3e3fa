import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import sharp from 'sharp'
import { plainPicture, telltalePicture } from '../../test/sample-pictures.ts'
import { cleanPicture } from './clean-picture.ts'
import { kindOf } from './kinds.ts'
import { readDetails } from './read-details.ts'

describe('A cleaned copy', () => {
  test('shows the same picture, the right way up, and tells nothing', async () => {
    for (const format of ['jpeg', 'png', 'webp', 'avif'] as const) {
      const picture = await telltalePicture(format)
      const told = await readDetails(kindOf(format), picture)
      assert.ok(told.outcome === 'read' && told.details.length === 4, format)
      const copy = (await cleanPicture(kindOf(format), picture)) ?? assert.fail(format)
      assert.equal(copy.type, format === 'avif' ? 'jpeg' : format)
      const left = await readDetails(kindOf(copy.type), copy.bytes)
      assert.deepEqual(left, { outcome: 'read', details: [] }, format)
      for (const secret of ['Acme', 'Sam Field', 'SN-12345', '2026:11:20', 'Exif', 'ICC'])
        assert.equal(copy.bytes.includes(secret), false, `${format}: ${secret}`)
      const { width, height, orientation, exif, icc, xmp, iptc } = await sharp(
        copy.bytes,
      ).metadata()
      assert.deepEqual([width, height], [400, 640], format)
      assert.deepEqual([orientation, exif, icc, xmp, iptc], Array(5).fill(undefined), format)
    }
  })

  test('of a picture that moves still moves', async () => {
    const frame = { width: 8, height: 8, channels: 3, background: '#fff' } as const
    const one = sharp({ create: frame }).png().toBuffer()
    const other = sharp({ create: { ...frame, background: '#000' } })
      .png()
      .toBuffer()
    const moving = await sharp(await Promise.all([one, other]), { join: { animated: true } })
      .gif()
      .toBuffer()
    const copy = (await cleanPicture(kindOf('gif'), moving)) ?? assert.fail()
    assert.equal((await sharp(copy.bytes, { animated: true }).metadata()).pages, 2)
  })

  test('is not made of what is damaged, too large to be drawn, or no picture that we can draw', async () => {
    const plain = await plainPicture()
    assert.equal(await cleanPicture(kindOf('jpeg'), plain.subarray(0, 300)), undefined)
    assert.equal(await cleanPicture(kindOf('heic'), plain), undefined)
    assert.equal(await cleanPicture(kindOf('pdf'), Buffer.from('%PDF-1.7')), undefined)
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
    assert.equal(await cleanPicture(kindOf('png'), svg), undefined)
    assert.equal(await cleanPicture(kindOf('png'), bomb()), undefined)
  })
})

test('a picture made to be slow to look into is given up, and the service goes on', async () => {
  const hostile = Buffer.from(await telltalePicture('jpeg'))
  hostile.fill(0xff, 30, 200)
  const began = performance.now()
  await readDetails(kindOf('jpeg'), hostile)
  assert.ok(performance.now() - began < 6_000)
})

/** A PNG that says it is 60,000 pixels wide and high. */
function bomb(): Buffer {
  const head = Buffer.from('89504e470d0a1a0a0000000d494844520000ea600000ea600806000000', 'hex')
  return Buffer.concat([head, Buffer.alloc(64)])
}
