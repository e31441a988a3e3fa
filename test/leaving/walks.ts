/** The ways through the site that people leave from, by kind of page, typed and clicked by hand. */
import assert from 'node:assert/strict'
import { sendForReceipt } from '../send-report.ts'
import { elsewhere, ours, type Places } from './places.ts'
import { type Shown, until, type Visitor } from './visitor.ts'

/** What nothing may show, and no disk may hold, after leaving. */
export interface Read {
  /** Names of our pages that say what they are about. */
  readonly titles: Set<string>
  /** Every longer line that stood on a page. */
  readonly lines: Set<string>
  /** What was typed, sent or not, and what must stay secret. */
  readonly typed: Set<string>
  /** Pieces of our style sheet. */
  readonly styles: Set<string>
  /** Whether the pages from here on have names that say nothing, and those that do not. */
  neutral: boolean
  readonly named: Set<string>
}

export interface Walk {
  readonly kind: string
  /** Only with script. */
  readonly script?: true
  walk(visitor: Visitor, read: Read, places: Places): Promise<void>
}

const answered = 'Mauve lorries behind Quibblewick'
const unsent = 'The Grimtooth gatehouse at night'

/** Names that say nothing: of every page, or of a step. */
const neutral = /^(Error: )?Information(, page \d+)?$/

export const walks: readonly Walk[] = [
  {
    kind: 'Guide',
    async walk(visitor, read) {
      await arriveFromSearch(visitor, read, '/')
      await follow(visitor, read, 'nav a[href="/guides"]', '/guides')
      await follow(visitor, read, 'main a[href="/guides/signs"]', '/guides/signs')
      await visitor.click('main a[href^="#"]')
      await until('the part of the guide', async () => (await visitor.shown()).url.includes('#'))
    },
  },
  {
    kind: 'Organisations and feedback',
    async walk(visitor, read) {
      await arriveFromSearch(visitor, read, '/')
      await follow(visitor, read, 'nav a[href="/organizations"]', '/organizations')
      await follow(visitor, read, 'a[href^="/feedback"]', '/feedback')
      await write(visitor, read, '[name=comment]', unsent)
    },
  },
  {
    kind: 'Report',
    async walk(visitor, read) {
      await arriveFromSearch(visitor, read, '/')
      read.neutral = true
      await follow(visitor, read, 'nav a[href="/report"]', '/report')
      if (visitor.script) await find(visitor, '#sealed p')
      await answer(visitor, read, 1, '[name=role][value=danger] + label')
      await answer(visitor, read, 11)
      await answer(visitor, read, 2, '[name=consent][value=share] + label')
      await find(visitor, 'form[action="/a/3"]')
      await write(visitor, read, '[name=what]', answered)
      await answer(visitor, read, 3)
      await find(visitor, 'form[action="/a/4"]')
      await note(visitor, read)
      await write(visitor, read, '[name=landmark]', unsent)
    },
  },
  {
    kind: 'Mailbox',
    async walk(visitor, read, { site }) {
      const { receipt, reference } = await sendForReceipt(
        site.database,
        {
          role: { role: 'other' },
          consent: { consent: 'confidential' },
          what: { what: 'Six men sleep behind the green door.' },
        },
        { now: site.clock.now },
      )
      for (const secret of [receipt, receipt.replaceAll(' ', '-'), reference])
        read.typed.add(secret)
      await arriveFromSearch(visitor, read, '/')
      read.neutral = true
      await follow(visitor, read, 'a[href="/b"]', '/b')
      if (visitor.script) await find(visitor, '[data-deed=open]')
      await write(visitor, read, '[name=receipt]', receipt)
      await visitor.click('main form .govuk-button')
      await find(visitor, '[name=text]')
      await note(visitor, read)
      await write(visitor, read, '[name=text]', unsent)
    },
  },
  ...(['safer', 'ordinary'] as const).map(
    (history): Walk => ({
      kind: `Guide, history “${history}”`,
      script: true,
      async walk(visitor, read) {
        await arriveFromSearch(visitor, read, '/')
        await choose(visitor, read, history)
        read.neutral = history === 'safer'
        await follow(visitor, read, 'nav a[href="/guides"]', '/guides')
        await follow(visitor, read, 'main a[href="/guides/signs"]', '/guides/signs')
      },
    }),
  ),
  {
    kind: 'Page that is not there',
    async walk(visitor, read) {
      await arriveFromSearch(visitor, read, '/nowhere')
    },
  },
]

export function nothingRead(): Read {
  const sets = { titles: new Set<string>(), lines: new Set<string>(), typed: new Set<string>() }
  return { ...sets, styles: new Set(), named: new Set(), neutral: false }
}

/** From where people come: a page elsewhere that links to us. */
export async function arriveFromSearch(visitor: Visitor, read: Read, path: string): Promise<void> {
  await visitor.open(`${elsewhere}/search`)
  await follow(visitor, read, `a[href="${ours}${path}"]`, path)
}

export async function follow(
  visitor: Visitor,
  read: Read,
  selector: string,
  path: string,
): Promise<void> {
  await visitor.click(selector)
  await isOn(visitor, path)
  await note(visitor, read)
}

export async function isOn(visitor: Visitor, path: string): Promise<Shown> {
  return until(path, async () => {
    const shown = await visitor.shown()
    const { origin, pathname } = new URL(shown.url)
    const arrived = origin === ours && pathname === path && shown.text !== ''
    return arrived && (await visitor.look('document.readyState')) === 'complete' && shown
  })
}

async function choose(visitor: Visitor, read: Read, history: string): Promise<void> {
  await follow(visitor, read, 'a[href="/preferences"]', '/preferences')
  await visitor.click(`[name=history][value=${history}] + label`)
  await visitor.click('[name=remember][value=yes] + label')
  await visitor.click('main form .govuk-button')
  await until('kept preferences', async () => (await visitor.shown()).url.includes('=saved'))
  await isOn(visitor, '/preferences')
}

async function find(visitor: Visitor, selector: string): Promise<void> {
  const found = `document.querySelector(${JSON.stringify(selector)}) !== null`
  await until(selector, () => visitor.look<boolean>(found))
}

async function answer(visitor: Visitor, read: Read, page: number, label?: string): Promise<void> {
  await find(visitor, `form[action="/a/${page}"]`)
  await note(visitor, read)
  if (label !== undefined) await visitor.click(label)
  await visitor.click(`form[action="/a/${page}"] .govuk-button`)
}

export async function write(
  visitor: Visitor,
  { typed }: Read,
  selector: string,
  text: string,
): Promise<void> {
  typed.add(text)
  await visitor.click(selector)
  await visitor.type(text)
  const value = `document.querySelector(${JSON.stringify(selector)}).value`
  await until(text, async () => (await visitor.look<string>(value)) === text)
}

/** Remembers what stands on the page, as a test would have to find it again. */
export async function note(visitor: Visitor, read: Read): Promise<void> {
  const { title, text } = await visitor.shown()
  assert.ok(title !== '' && text !== '', 'a page of ours says something')
  if (!neutral.test(title)) {
    read.titles.add(title)
    if (read.neutral) read.named.add(title)
  }
  for (const line of text.split('\n')) if (line.length >= 25) read.lines.add(line)
  read.styles.add(await visitor.look<string>(pieceOfStyle))
}

const pieceOfStyle = "document.querySelector('style').textContent.trim().slice(200, 260)"
