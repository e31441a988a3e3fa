import assert from 'node:assert/strict'
import { after, afterEach, before, describe, test } from 'node:test'
import ExifReader from 'exifreader'
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { openChromium } from '../../../test/chromium.ts'
import {
  type FilesPage,
  type OpenedFile,
  openFilesPage,
  type SentReport,
} from '../../../test/files-page.ts'
import { kindOf } from '../../files/kinds.ts'
import { whatItTells } from '../../files/what-it-tells.ts'

let place: FilesPage
let browser: Browser

describe('A copy without hidden details, made in a real browser', () => {
  before(async () => {
    place = await openFilesPage()
    browser = await openChromium()
  })
  after(async () => {
    await browser.close()
    await place.close()
  })
  afterEach(() => place.line.clear())

  for (const [format, copied] of [
    ['jpeg', 'jpeg'],
    ['png', 'png'],
    ['webp', 'webp'],
    ['avif', 'jpeg'],
    ['gif', 'png'],
  ] as const)
    test(`of a ${format} tells nothing, and looks the same`, async () => {
      // Cameras do not write WebP, and browsers do not turn it.
      const picture = await scene(format === 'webp' ? 1 : 6)
        .toFormat(format)
        .toBuffer()
      const [copy, ...others] = await added(`photo.${format}`, picture)
      assert.ok(copy !== undefined && others.length === 0)
      assert.equal(copy.note.type, copied)
      assert.deepEqual(detailsIn(copy.bytes), [])
      assert.deepEqual(whatItTells(kindOf(copied), copy.bytes), { outcome: 'read', details: [] })
      assert.ok((await differenceOf(picture, copy.bytes)) < 3)
    })

  test('of a picture with holes keeps the holes', async () => {
    const picture = await sharp({
      create: { width: 40, height: 40, channels: 4, background: '#3850' },
    })
      .png()
      .toBuffer()
    const [copy] = await added('sign.png', picture)
    assert.equal((await sharp(copy?.bytes).stats()).isOpaque, false)
  })

  test('of a giant is small enough for any phone', async () => {
    const create = { width: 6_000, height: 300, channels: 3, background: '#385' } as const
    const [copy] = await added('wide.jpg', await sharp({ create }).jpeg().toBuffer())
    const { width, height } = await sharp(copy?.bytes).metadata()
    assert.deepEqual([width, height], [4_096, 205])
  })

  test('is not made where a browser disturbs what is drawn, and no noise is ever sent', async () => {
    for (const prelude of disturbers) {
      place.line.clear()
      place.line.workerPrelude = prelude
      await visit(async (page, report) => {
        await choose(page, 'photo.jpg', await scene().jpeg().toBuffer())
        await page.getByText('Add only a copy without hidden details').click()
        await page.getByRole('button', { name: 'Add these files' }).click()
        await page.getByText('Your browser changes pictures').waitFor()
        // Whoever wanted only the copy has not agreed to the original.
        assert.equal(await page.getByLabel('Do not add it').isChecked(), true)
        assert.deepEqual(place.line.asked, [])
        await page.getByText('Add it as it is').click()
        await page.getByRole('button', { name: 'Add these files' }).click()
        await page.getByText('All files have been added: 1.').waitFor()
        assert.deepEqual(
          (await report.files()).map(({ note }) => note.role),
          ['original'],
        )
      })
    }
  })

  test('is not tried of a picture that would swell beyond memory, or that is none', async () => {
    for (const [picture, words] of [
      [bomb(), 'This picture is too large to make a copy of'],
      [
        Buffer.from('\xff\xd8\xff\xe0 no picture', 'latin1'),
        'Your browser cannot show this picture',
      ],
    ] as const)
      await visit(async (page) => {
        await choose(page, 'photo.png', picture)
        await page.getByRole('button', { name: 'Add these files' }).click()
        await page.getByText(words).waitFor()
        assert.deepEqual(place.line.asked, [])
        assert.equal(await page.getByLabel('Add it as it is').isChecked(), true)
      })
  })
})

/** What Tor Browser does to a canvas, and what Brave does. */
const disturbers = [
  `OffscreenCanvas.prototype.convertToBlob = async function ({ type }) {
     const blank = new OffscreenCanvas(this.width, this.height)
     const drawn = blank.getContext('2d')
     drawn.fillStyle = '#fff'
     drawn.fillRect(0, 0, this.width, this.height)
     return toBlob.call(blank, { type })
   }`.replace(/^/, 'const toBlob = OffscreenCanvas.prototype.convertToBlob;'),
  `const read = OffscreenCanvasRenderingContext2D.prototype.getImageData
   OffscreenCanvasRenderingContext2D.prototype.getImageData = function (...place) {
     const pixels = read.apply(this, place)
     pixels.data[4 * 777] ^= 1
     return pixels
   }`,
]

async function added(name: string, buffer: Buffer): Promise<OpenedFile[]> {
  let files: OpenedFile[] = []
  await visit(async (page, report) => {
    await choose(page, name, buffer)
    await page.getByText('Add only a copy without hidden details').click()
    await page.getByRole('button', { name: 'Add these files' }).click()
    await page.getByText('All files have been added: 1.').waitFor()
    files = await report.files()
  })
  return files
}

async function visit(act: (page: Page, report: SentReport) => Promise<void>): Promise<void> {
  const page = await browser.newPage()
  try {
    const report = await place.newReport()
    await page.goto(report.url)
    await act(page, report)
  } finally {
    await page.close()
  }
}

async function choose(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.getByLabel('Choose files').setInputFiles([{ name, mimeType: '', buffer }])
  await page.getByText('Files you can add now').waitFor()
}

/** Something to recognise, turned on its side as phones do, and telling all that a picture can tell. */
function scene(orientation = 6) {
  const part = (width: number, height: number, background: string) =>
    ({ create: { width, height, channels: 3, background } }) as const
  return sharp(part(640, 400, '#dce'))
    .composite([
      { input: part(180, 180, '#385'), left: 60, top: 30 },
      { input: part(300, 90, '#a33'), left: 320, top: 290 },
      { input: part(20, 300, '#112'), left: 270, top: 60 },
    ])
    .withMetadata({ orientation })
    .withExifMerge({
      IFD0: { Make: 'Acme', Model: 'Phone 9', Artist: 'Sam Field' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '51/1 30/1 0/1',
        GPSLongitudeRef: 'W',
        GPSLongitude: '0/1 7/1 0/1',
      },
    })
}

/** Every tag that is not about pixels alone. Which sRGB a browser means is the same for everybody. */
function detailsIn(bytes: Buffer): string[] {
  const { icc, ...tags } = ExifReader.load(bytes, { expanded: true })
  assert.equal(icc?.['ICC Description']?.description ?? 'sRGB', 'sRGB')
  return Object.keys(tags).filter(
    (group) => !/^(file|jfif|png|pngFile|riff|vp8x|fileType)/i.test(group),
  )
}

/** The mean difference of two pictures as they are shown, a channel: 0 to 255. */
async function differenceOf(one: Buffer, other: Buffer): Promise<number> {
  const [a, b] = await Promise.all([one, other].map(shown))
  assert.ok(a !== undefined && b !== undefined)
  assert.deepEqual([b.info.width, b.info.height], [a.info.width, a.info.height])
  const sum = a.data.reduce((total, value, at) => total + Math.abs(value - (b.data[at] ?? 0)), 0)
  return sum / a.data.length
}

function shown(picture: Buffer) {
  return sharp(picture).rotate().removeAlpha().raw().toBuffer({ resolveWithObject: true })
}

/** A PNG that says that it has 900 million pixels. */
function bomb(): Buffer {
  const bytes = Buffer.alloc(60)
  bytes.write('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1')
  bytes.writeUInt32BE(30_000, 16)
  bytes.writeUInt32BE(30_000, 20)
  return bytes
}
