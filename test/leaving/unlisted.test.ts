/** Where a site wants its private pages in no list, the browser that knows a way lists none. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { chromium } from './browsers.ts'
import { ofOurs, stepAbout, watch } from './look-around.ts'
import { exit, openPlaces, type Places } from './places.ts'
import { until } from './visitor.ts'
import { nothingRead, walks } from './walks.ts'

describe('A site whose private pages are unlisted', () => {
  let places: Places
  before(async () => {
    places = await openPlaces({ unlisted: true })
  })
  after(() => places?.close())

  for (const script of [true, false])
    for (const kind of ['Report', 'Mailbox'])
      test(`is in no list of visited pages: ${kind}, ${script ? 'with' : 'without'} script`, async () => {
        const visitor = chromium.make({ places, script })
        const read = nothingRead()
        try {
          await visitor.start()
          await walks.find((walk) => walk.kind === kind)?.walk(visitor, read, places)
          if (script) await visitor.press('Escape')
          else await visitor.click('[data-module=leave]')
          await until('the other page', async () => (await visitor.shown()).url === exit)
          await watch(visitor)
          assert.deepEqual(await stepAbout(visitor, read), [])
          await visitor.quit()
          assert.ok(visitor.listed().some(({ url }) => url === exit))
          const listed = ofOurs(visitor.listed()).map(({ url }) => new URL(url).pathname)
          assert.deepEqual(
            listed.filter((path) => /^\/(report|a|b|leave)(\/|$)/.test(path)),
            [],
          )
        } finally {
          await visitor.remove()
        }
      })
})
