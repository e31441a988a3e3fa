import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { openSmallSite, type SmallSite } from '../../test/small-site.ts'
import { adviceRoutes } from './advice/advice-routes.ts'
import { choicesRoutes } from './choices/choices-routes.ts'

describe('Pages that are kept for everyone', () => {
  let site: SmallSite
  before(async () => {
    site = await openSmallSite([adviceRoutes, choicesRoutes])
  })
  after(() => site.close())

  const read = async (url: string, headers: Record<string, string> = {}) =>
    (await site.app.inject({ url, headers: { host: 'localhost', ...headers } })).statusCode

  test('a page is kept under its address, and under none that somebody makes up for it', async () => {
    for (const url of ['/guides', '/en/guides', '/guides']) assert.equal(await read(url), 200, url)
    assert.equal(site.cache.size, 2)
    for (const url of ['/%67uides', '/guides#a', '/guides#b', '/guides?a', '/guides/%73igns'])
      assert.equal(await read(url), 200, url)
    await read('/guides/nothing')
    assert.equal(site.cache.size, 2)
  })

  test('a page for one who has chosen, or that has just been asked to, is kept for nobody', async () => {
    const { size } = site.cache
    assert.equal(
      await read('/help', { cookie: 'choices=preferences; preferences=-.large.dark' }),
      200,
    )
    assert.equal(await read('/help?choices=saved'), 200)
    assert.equal(await read('/cookies'), 200)
    assert.equal(site.cache.size, size)
  })
})
