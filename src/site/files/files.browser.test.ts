import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, afterEach, before, describe, test } from 'node:test'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { openChromium } from '../../../test/chromium.ts'
import { type FilesPage, openFilesPage, type SentReport } from '../../../test/files-page.ts'
import { barriersOn, overflowOf } from '../../../test/page-checks.ts'
import { telltalePicture } from '../../../test/sample-pictures.ts'

const film = filmOf(1_500_000)

let place: FilesPage
let browser: Browser
let photo: Sample

describe('Adding files to a report in a real browser', () => {
  before(async () => {
    place = await openFilesPage()
    browser = await openChromium()
    photo = jpeg('IMG_20261120_101112.jpg', await telltalePicture('jpeg'))
  })
  after(async () => {
    await browser.close()
    await place.close()
  })
  afterEach(() => place.line.clear())

  test('before anything is sent, a photo says what it gives away', async () => {
    await visit(async (page) => {
      await choose(page, photo)
      await page.getByText('where it was taken').waitFor()
      await page.getByText('when it was taken: 20 November 2026 at 10:11').waitFor()
      await page.getByText('what it was taken with: Acme Phone 9').waitFor()
      await page.getByText('who made it: Sam Field').waitFor()
      assert.equal(page.workers().length, 1)
      assert.deepEqual(place.line.asked, [])
    })
  })

  test('a photo is kept as it is, with a copy beside it that points to it', async () => {
    await visit(async (page, report) => {
      await choose(page, photo)
      await add(page)
      await added(page, 1)
      const [original, copy, ...more] = await report.files()
      assert.ok(original && copy && more.length === 0)
      assert.ok(original.bytes.equals(photo.buffer))
      assert.equal(original.note.role, 'original')
      assert.equal(original.note.name, photo.name)
      assert.equal(copy.copyOf, original.id)
      assert.equal(copy.note.role, 'cleaned')
      assert.deepEqual(copy.note.tells, original.note.tells)
    })
  })

  test('whoever wants only the copy keeps the photo, and its details, and when it was taken', async () => {
    await visit(async (page, report) => {
      await choose(page, photo)
      await page.getByText('Add only a copy without hidden details').click()
      await add(page)
      await added(page, 1)
      const [copy, ...more] = await report.files()
      assert.deepEqual(more, [])
      assert.deepEqual(copy?.note.tells, { outcome: 'read', details: [] })
      assert.equal(copy.note.name, 'picture-1.jpg')
      assert.doesNotMatch(copy.bytes.toString('latin1'), /Acme|Exif|2026/)
    })
  })

  test('what a person decides not to add is not sent', async () => {
    await visit(async (page, report) => {
      await choose(page, photo, film)
      await page.getByText('Do not add it').first().click()
      await add(page)
      await added(page, 1)
      assert.deepEqual(await names(report), ['film.mp4'])
      assert.equal(await page.getByText(photo.name).count(), 0)
    })
  })

  test('a film of which nothing can be removed says so before it is added', async () => {
    await visit(async (page, report) => {
      await choose(page, film)
      await page.getByText('We cannot remove hidden details from this kind of file.').waitFor()
      await add(page)
      await added(page, 1)
      const [stored] = await report.files()
      assert.ok(stored?.bytes.equals(film.buffer))
      assert.deepEqual(stored?.note.tells, { outcome: 'cannot-read' })
    })
  })

  test('a line that drops in the middle costs nothing that had arrived', async () => {
    place.line.cuts = 3
    await visit(async (page, report) => {
      await choose(page, film)
      await add(page)
      await page.getByText('The connection was lost. It goes on by itself').waitFor()
      await added(page, 1)
      const sent = place.line.asked.filter((asked) => asked.startsWith('PATCH'))
      const bytes = sent.reduce((sum, asked) => sum + Number(asked.slice(6)), 0)
      // Three halves of pieces went twice; nothing else did.
      assert.ok(bytes < film.buffer.length * 1.5, `${bytes} bytes were sent`)
      assert.ok(place.line.asked.includes('HEAD'))
      assert.ok((await report.files())[0]?.bytes.equals(film.buffer))
    })
  })

  test('where the service has no room, it is said, and “Try again” goes on later', async () => {
    place.line.instead = () => ({ status: 507, body: { problem: 'full' } })
    await visit(async (page, report) => {
      await choose(page, film, photo)
      await add(page)
      await page.getByText('No files can be taken just now.').nth(1).waitFor()
      place.line.clear()
      await page.getByRole('button', { name: 'Try again film.mp4' }).click()
      await page.getByText('Files added: 1 of 2.').waitFor()
      await page.getByRole('button', { name: `Try again ${photo.name}` }).click()
      await added(page, 2)
      assert.equal((await report.files()).length, 3)
    })
  })

  test('a file can be cancelled on its way, and the others go on', async () => {
    place.line.patches = 1
    await visit(async (page, report) => {
      await choose(page, film, text('note.txt', 'The green door'))
      await add(page)
      await page.getByRole('progressbar', { name: 'film.mp4' }).waitFor()
      await page.getByRole('button', { name: 'Cancel film.mp4' }).click()
      place.line.clear()
      await page.getByText('You cancelled this file. It was not added.').waitFor()
      assert.equal(await focused(page), 'film.mp4')
      // The device says that the line is back: otherwise the next try may be half a minute away.
      await page.context().setOffline(true)
      await page.context().setOffline(false)
      await added(page, 1)
      assert.deepEqual(await names(report), ['note.txt'])
    })
  })

  test('a report that is full or gone says so, and is not asked again', async () => {
    for (const [status, problem, words] of [
      [422, 'too-many', 'There is no room for this file.'],
      [404, '', 'This report can no longer be reached'],
      [422, 'strange', 'This file could not be added.'],
    ] as const) {
      place.line.instead = () => ({ status, body: { problem } })
      await visit(async (page) => {
        await choose(page, text('note.txt', 'The green door'))
        await add(page)
        await page.getByText(words).waitFor()
        assert.equal(await page.getByRole('button', { name: 'Try again' }).count(), 0)
      })
    }
  })

  test('files that cannot be added say why, and the others are added', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'signpost-large-'))
    const large = join(folder, 'long.mp4')
    writeFileSync(large, film.buffer.subarray(0, 64))
    truncateSync(large, 500_000_001)
    await visit(async (page, report) => {
      await page.getByLabel('Choose files').setInputFiles(large)
      await page.getByText('This file is too large.').waitFor()
      const program = {
        name: 'photo.jpg',
        mimeType: 'image/jpeg',
        buffer: Buffer.from('MZ\x90\0\x03'),
      }
      await choose(page, text('empty.txt', ''), program, text('note.txt', 'The green door'))
      await page.getByText('There is nothing in this file').waitFor()
      await page.getByText('This file could start a program').waitFor()
      await page.getByText('Files you can add now: 1.').waitFor()
      await add(page)
      await added(page, 1)
      assert.deepEqual(await names(report), ['note.txt'])
    })
    rmSync(folder, { recursive: true })
  })

  test('a file that is not what its name says is added as what it is, and that is said', async () => {
    await visit(async (page, report) => {
      await choose(page, { ...photo, name: 'holiday.pdf' })
      await page.getByText('The name of this file says one kind of file').waitFor()
      await add(page)
      await added(page, 1)
      const [original] = await report.files()
      assert.deepEqual([original?.note.type, original?.note.nameFits], ['jpeg', false])
    })
  })

  test('more files than a report can have are refused one by one', async () => {
    await visit(async (page) => {
      const many = Array.from({ length: 52 }, (_, index) => text(`note-${index}.txt`, 'x'))
      await choose(page, ...many)
      await page.getByText('Files you can add now: 50.').waitFor()
      assert.equal(await page.getByText('A report can have up to 50 files').count(), 2)
    })
  })

  test('a name is only ever text, and never turns the words around it', async () => {
    const name = '<img src=x onerror=alert(1)>\u202egpj.txt'
    await visit(async (page) => {
      await choose(page, { ...text(name, 'x'), name })
      await page.getByText('Files you can add now: 1.').waitFor()
      assert.equal(await page.locator('#files img').count(), 0)
      assert.doesNotMatch(await page.locator('#files').innerText(), /\u202e/)
      await add(page)
      await added(page, 1)
    })
  })

  test('a page that is left loses only what was not finished, and the page says so before', async () => {
    place.line.patches = 2
    await visit(async (page, report) => {
      await choose(page, text('note.txt', 'x'), film)
      await add(page)
      await page
        .getByText('If you leave or reload the page, a file that is not finished is lost.')
        .waitFor()
      await page.getByText('Files added: 1 of 2.').waitFor()
      await page.getByText(/[1-9]\d? % is there/).waitFor()
      assert.equal(await page.evaluate('mounted.isUnderWay()'), true)
      await page.reload()
      assert.deepEqual(await names(report), ['note.txt'])
      assert.equal(await page.evaluate('mounted.isUnderWay()'), false)
    })
  })

  test('Escape leaves at once while a file is on its way', async () => {
    place.line.patches = 1
    await visit(async (page) => {
      const isElsewhere = ({ hostname }: URL) => hostname !== 'localhost'
      await page.route(isElsewhere, (route) => route.fulfill({ body: 'Sun' }))
      await choose(page, film)
      await add(page)
      await page.getByText(/[1-9]\d? % is there/).waitFor()
      await page.keyboard.press('Escape')
      await page.waitForURL(isElsewhere, { timeout: 5_000 })
    })
  })

  test('a person with a keyboard alone adds a file, and is never left without a place', async () => {
    await visit(async (page, report) => {
      await choose(page, photo)
      await page.getByText('where it was taken').waitFor()
      await page.getByLabel('Choose files').focus()
      await page.keyboard.press('Tab')
      assert.equal(await page.evaluate('document.activeElement.value'), 'both')
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      assert.equal(await focused(page), 'The files you have chosen')
      await added(page, 1)
      assert.equal((await report.files())[0]?.note.role, 'cleaned')
    })
  })

  test('people with a screen reader, poor sight or the narrowest phone can add files', async () => {
    const viewport = { width: 320, height: 640 }
    for (const colorScheme of ['light', 'dark'] as const)
      await visit(
        async (page) => {
          const long = `${'holiday'.repeat(15)}.jpg`
          await choose(page, { ...photo, name: long }, text('empty.txt', ''), film)
          await page.getByText('Files you can add now: 2.').waitFor()
          await isFit(page)
          place.line.patches = 3
          await add(page)
          await page.getByRole('progressbar', { name: 'film.mp4' }).waitFor()
          await isFit(page)
          await page.getByRole('button', { name: 'Cancel film.mp4' }).click()
          place.line.instead = () => ({ status: 507, body: {} })
          place.line.patches = 9
          await choose(page, film)
          await add(page)
          await page.getByRole('button', { name: 'Try again' }).first().waitFor()
          await isFit(page)
          place.line.clear()
        },
        { viewport, colorScheme },
      )
  })

  test('a browser that starts no worker adds files all the same', async () => {
    await visit(
      async (page, report) => {
        await choose(page, photo, film)
        await add(page)
        await added(page, 2)
        assert.equal(page.workers().length, 0)
        assert.equal((await report.files()).length, 3)
      },
      {},
      'delete window.Worker',
    )
  })

  test('a page in Welsh speaks Welsh about files', async () => {
    const welsh = await openFilesPage('cy')
    const page = await browser.newPage()
    await page.goto((await welsh.newReport()).url)
    await page.locator('#files-choose').setInputFiles(photo)
    await page.getByText('pryd y cafodd ei dynnu: 20/11/2026').waitFor()
    assert.doesNotMatch(await page.locator('#files').innerText(), /\b(the|this|file)\b/i)
    await page.close()
    await welsh.close()
  })
})

async function visit(
  act: (page: Page, report: SentReport) => Promise<void>,
  options: BrowserContextOptions = {},
  before = '',
): Promise<void> {
  const context = await browser.newContext(options)
  try {
    const page = await context.newPage()
    page.setDefaultTimeout(15_000)
    const faults: string[] = []
    page.on('pageerror', (error) => faults.push(String(error)))
    await page.addInitScript(before)
    const report = await place.newReport()
    await page.goto(report.url)
    await act(page, report)
    assert.deepEqual(faults, [])
  } finally {
    await context.close()
  }
}

interface Sample {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

function jpeg(name: string, buffer: Buffer): Sample {
  return { name, mimeType: 'image/jpeg', buffer }
}

function text(name: string, words: string): Sample {
  return { name, mimeType: 'text/plain', buffer: Buffer.from(words) }
}

function filmOf(length: number): Sample {
  const head = Buffer.from('\0\0\0\x18ftypisom\0\0\x02\0isomiso2', 'latin1')
  const buffer = Buffer.concat([head, randomBytes(length - head.length)])
  return { name: 'film.mp4', mimeType: 'video/mp4', buffer }
}

async function choose(page: Page, ...files: readonly Sample[]): Promise<void> {
  await page.getByLabel('Choose files').setInputFiles([...files])
}

async function add(page: Page): Promise<void> {
  await page.getByText('Files you can add now').waitFor()
  await page.getByRole('button', { name: 'Add these files' }).click()
}

async function added(page: Page, count: number): Promise<void> {
  await page.getByText(`All files have been added: ${count}.`).waitFor()
}

async function names(report: SentReport): Promise<string[]> {
  return (await report.files()).map(({ note }) => note.name)
}

function focused(page: Page): Promise<string> {
  return page.evaluate<string>('document.activeElement.textContent')
}

async function isFit(page: Page): Promise<void> {
  assert.deepEqual(await barriersOn(page), [])
  assert.ok((await overflowOf(page)) <= 0, 'runs off the side')
}
