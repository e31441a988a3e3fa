/** What somebody who comes into the room can bring back onto the screen, and what they find on disk. */
import { setTimeout as delay } from 'node:timers/promises'
import { ourHost } from './places.ts'
import { type Cookie, type Row, type Shown, until, type Visitor } from './visitor.ts'
import type { Read } from './walks.ts'

/** How long a window must show the same before it counts as settled, in milliseconds. */
const calm = 250

/** Watches a window until it is calm. Every picture in between counts. */
export async function watch(visitor: Visitor): Promise<readonly Shown[]> {
  const pictures: Shown[] = []
  let since = performance.now()
  await until('a calm window', async () => {
    // What stands between two pages shows nothing, and cannot be asked.
    const now = await visitor.shown()
    const last = pictures.at(-1)
    if (last === undefined || last.url !== now.url || last.text !== now.text) {
      pictures.push(now)
      since = performance.now()
    }
    return performance.now() - since > calm
  })
  return pictures
}

/** What of ours a window shows in the end or on the way: page, name of a page, or typed word. */
export function tracesOn(pictures: readonly Shown[], read: Read): readonly string[] {
  const last = pictures.at(-1)?.url ?? ''
  return [...wordsOn(pictures, read), ...(isOurs(last) ? [`the window stays at ${last}`] : [])]
}

export function wordsOn(pictures: readonly Shown[], read: Read): readonly string[] {
  const words = [...read.titles, ...read.lines, ...read.typed]
  return pictures.flatMap(({ url, title, text }) =>
    words
      .filter((word) => title.includes(word) || text.includes(word))
      .map((word) => `${word} at ${url}`),
  )
}

function isOurs(url: string): boolean {
  return url.includes(ourHost)
}

/** Back nine times, Forward nine times, and reload at both ends. */
export async function stepAbout(visitor: Visitor, read: Read): Promise<readonly string[]> {
  return [
    ...(await stepBack(visitor, read, 9)),
    ...(await reload(visitor, read)),
    ...(await step(visitor, read, () => visitor.forward(), 9)),
    ...(await reload(visitor, read)),
  ]
}

export function stepBack(visitor: Visitor, read: Read, most: number): Promise<readonly string[]> {
  return step(visitor, read, () => visitor.back(), most)
}

async function step(
  visitor: Visitor,
  read: Read,
  go: () => Promise<boolean>,
  most: number,
): Promise<readonly string[]> {
  const traces: string[] = []
  for (let times = 0; times < most && (await go()); times += 1)
    traces.push(...tracesOn(await watch(visitor), read))
  return traces
}

async function reload(visitor: Visitor, read: Read): Promise<readonly string[]> {
  await visitor.reload()
  return tracesOn(await watch(visitor), read)
}

export function ofOurs(rows: readonly Row[]): readonly Row[] {
  return rows.filter(({ url }) => isOurs(url))
}

export function cookiesOfOurs(cookies: readonly Cookie[]): readonly Cookie[] {
  return cookies.filter(({ host }) => host.includes(ourHost))
}

/** Browsers write down what their windows show a little later. */
export async function writtenDown(): Promise<void> {
  await delay(3_000)
}
