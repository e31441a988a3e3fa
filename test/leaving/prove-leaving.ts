/** The acceptance of leaving without a trace: the same for every browser. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import type { Browser } from './browsers.ts'
import { Findings, type Measured, type Promised } from './findings.ts'
import {
  cookiesOfOurs,
  ofOurs,
  stepAbout,
  stepBack,
  tracesOn,
  watch,
  wordsOn,
  writtenDown,
} from './look-around.ts'
import { exit, openPlaces, ourHost, type Places } from './places.ts'
import { type Planted, searchProfile } from './search-profile.ts'
import { type Cookie, removeProfile, until, type Visitor } from './visitor.ts'
import { nothingRead, type Read, type Walk, walks } from './walks.ts'

type Cells = Record<Promised | Measured, boolean>

export function proveLeaving({ browser, skip, make, prepare }: Browser): void {
  describe(`Leaving with ${browser}`, { skip, concurrency: 2 }, () => {
    let places: Places
    let template: string | undefined
    const findings = new Findings(browser)
    before(async () => {
      places = await openPlaces()
      template = await prepare(places)
    })
    after(async () => {
      if (template !== undefined) removeProfile(template)
      await places?.close()
    })

    for (const { walk, script } of everyWalk)
      test(`leaves nothing behind: ${walk.kind}, ${partOf(script)}`, async () => {
        const visitor = make({ places, script, template })
        try {
          const { cells, traces } = await leaveAndLook(visitor, walk, places)
          assert.deepEqual(traces, {})
          findings.add(partOf(script), walk.kind, cells)
        } finally {
          await visitor.remove()
        }
      })

    after(() => {
      // Where walks were picked by name, or failed, the tables are not whole.
      if (findings.walks < everyWalk.length) return
      const { said, found } = findings.documented(walks.map(({ kind }) => kind))
      assert.equal(said, found, 'docs/leaving.md is not what was found; UPDATE_DOCS=1 writes it')
    })
  })
}

const everyWalk = [true, false].flatMap((script) =>
  walks.filter((one) => script || one.script !== true).map((walk) => ({ walk, script })),
)

function partOf(script: boolean): string {
  return script ? 'with script' : 'without script'
}

/** Goes there and reads, leaves, and then looks everywhere. */
async function leaveAndLook(
  visitor: Visitor,
  walk: Walk,
  places: Places,
): Promise<{ cells: Partial<Cells>; traces: Partial<Record<Promised, readonly string[]>> }> {
  const read = nothingRead()
  const traces: Partial<Record<Promised, readonly string[]>> = {}
  const cells: Partial<Cells> = {}
  const promise = (row: Promised, found: readonly string[]) => {
    const all = [...new Set([...(traces[row] ?? []), ...found])]
    if (all.length > 0) traces[row] = all.slice(0, 8)
    cells[row] = all.length === 0
  }
  await visitor.start()
  await walk.walk(visitor, read, places)
  // Long enough for the browser to write down what stands in its window, and what was typed there.
  await writtenDown()
  if (read.neutral) promise('neutral', [...read.named])
  if (visitor.script) await visitor.press('Escape')
  else await visitor.click('[data-module=leave]')
  promise('away', await away(visitor, read))
  Object.assign(cells, await listBehindBack(visitor, read))
  promise('stored', cookiesLeft(await visitor.cookies()))
  promise('steps', await stepAbout(visitor, read))
  if (visitor.reopenTab !== undefined) {
    await visitor.reopenTab()
    promise('reopened', tracesOn(await watch(visitor), read))
  }
  await delay(visitor.writesWithin)
  await visitor.kill()
  const search = () => {
    promise('stored', keptCookies(visitor))
    return searchDisk(visitor, read, promise)
  }
  search()
  await visitor.start('restore')
  promise('killed', await restored(visitor, read))
  await visitor.quit()
  const found = search()
  Object.assign(cells, { host: found.host, diskNames: found.title }, listOfVisited(visitor, read))
  await visitor.start('restore')
  promise('restored', await restored(visitor, read))
  promise('told', toldOthers(places))
  return { cells, traces }
}

async function away(visitor: Visitor, read: Read): Promise<readonly string[]> {
  // With script, a machine that is too busy for the other page ends on an empty one, as it should.
  const ends = visitor.script ? [exit, 'about:blank'] : [exit]
  const isThere = async () => ends.includes((await visitor.shown()).url)
  // Without script the page stands there until the other one has begun.
  if (!visitor.script) await until('the other page', isThere)
  const traces = wordsOn(await watch(visitor), read)
  await until('the other page', isThere)
  return traces
}

async function listBehindBack(visitor: Visitor, read: Read) {
  const entries = await visitor.entries()
  const text = JSON.stringify(entries.map(({ title }) => title))
  return { entries: ofOurs(entries).length > 0, names: someIn(read.titles, text) }
}

function listOfVisited(visitor: Visitor, read: Read) {
  const rows = visitor.listed()
  assert.ok(rows.length > 0, 'the list of visited pages can be read')
  const text = JSON.stringify(rows.map(({ title }) => title))
  return { listed: ofOurs(rows).length > 0, listedNames: someIn(read.titles, text) }
}

function someIn(titles: ReadonlySet<string>, text: string): boolean {
  return [...titles].some((title) => text.includes(JSON.stringify(title)))
}

/** One cookie may say when somebody left, for as long as the browser is open. */
function cookiesLeft(all: readonly Cookie[]): readonly string[] {
  const cookies = cookiesOfOurs(all)
  const isTime = ({ name, value }: { name: string; value: string }) =>
    name === '__Host-left' && /^\d{13}$/.test(value)
  return cookies.filter((one) => !isTime(one)).map(({ name, value }) => `${name}=${value}`)
}

// A browser that restores windows keeps that one on the disk as well, locked.
function keptCookies(visitor: Visitor): readonly string[] {
  const names = cookiesOfOurs(visitor.keptCookies()).map(({ name }) => name)
  return names.filter((name) => name !== '__Host-left').map((name) => `${name} is kept`)
}

async function restored(visitor: Visitor, read: Read): Promise<readonly string[]> {
  await delay(500)
  const first = tracesOn(await watch(visitor), read)
  const tabs = tracesOn(await visitor.everyTab(), read)
  return [...first, ...tabs, ...(await stepBack(visitor, read, 3))]
}

function searchDisk(
  { profile }: Visitor,
  read: Read,
  promise: (row: Promised, found: readonly string[]) => void,
): { readonly host: boolean; readonly title: boolean } {
  const titles = [...read.titles]
  const lines = [...read.lines].filter((line) => !titles.some((title) => title.includes(line)))
  const planted: Planted = {
    ...{ title: titles, text: lines, typed: [...read.typed], style: [...read.styles] },
    host: [ourHost],
  }
  const found = searchProfile(profile, planted)
  const of = (kind: string) => found.filter((one) => one.startsWith(`${kind}: `))
  for (const row of ['text', 'typed', 'style'] as const) promise(row, of(row))
  promise('stored', of('host').filter(isStorage))
  return { host: of('host').length > 0, title: of('title').length > 0 }
}

function isStorage(found: string): boolean {
  return /(Local|Session) Storage|IndexedDB|Service Worker|WebStorage|storage\/default|webapps/i.test(
    found,
  )
}

/** What the other site heard beyond that somebody came, and who else heard anything at all. */
function toldOthers({ asked }: Places): readonly string[] {
  return asked.flatMap(({ url, headers }) => {
    const heard = [url, headers['referer'], headers['origin']].join(' ')
    return heard.includes(ourHost) || !/^\/(search|today)$/.test(url) ? [heard] : []
  })
}
