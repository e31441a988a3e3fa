import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { type OpenSite, openWholeSite } from '../../../test/open-site.ts'

const start = new Date('2026-11-22T11:00:00.000Z')
const minute = 60_000

describe('After leaving without script', () => {
  let site: OpenSite
  let exit = ''
  before(async () => {
    site = await openWholeSite()
    await site.openDesk()
    exit = String((await site.app.inject({ url: '/leave', headers: own })).headers.location)
  })
  after(() => site.close())
  beforeEach(() => {
    site.clock.now = start
  })

  const own = { host: 'localhost' }
  const left = `left=${start.getTime()}`
  const ask = (url: string, from: string | undefined, headers: Record<string, string> = {}) =>
    site.app.inject({
      url,
      headers: {
        ...own,
        cookie: left,
        ...(from === undefined
          ? { accept: 'text/html' }
          : { 'sec-fetch-site': from, 'sec-fetch-mode': 'navigate' }),
        ...headers,
      },
    })
  const later = (ms: number) => {
    site.clock.now = new Date(start.getTime() + ms)
  }

  test('for two minutes every page leads away, however it is asked for', async () => {
    later(2 * minute - 1)
    for (const url of ['/', '/guides/signs', '/report', '/a/3', '/b', '/nowhere', '/cy/help'])
      for (const from of ['none', 'same-origin', 'cross-site', undefined]) {
        const answer = await ask(url, from)
        assert.equal(answer.statusCode, 303, `${url} from ${from}`)
        assert.equal(answer.headers.location, exit)
        assert.equal(answer.headers['cache-control'], 'no-store')
        assert.equal(answer.body, '')
      }
  })

  test('after that, whoever types an address or follows a link comes in, and the cookie ends', async () => {
    later(2 * minute)
    for (const from of ['none', 'cross-site', 'same-site', undefined]) {
      const answer = await ask('/guides/signs', from)
      assert.equal(answer.statusCode, 200, String(from))
      assert.match(String(answer.headers['set-cookie']), /^left=; .*Expires=Thu, 01 Jan 1970/)
    }
  })

  test('but Back to a page that was reached from one of ours still leads away', async () => {
    later(24 * 60 * minute)
    assert.equal((await ask('/guides/signs', 'same-origin')).headers.location, exit)
  })

  test('what a page brings along, and who leaves again, is answered as ever', async () => {
    const icon = await ask('/favicon.ico', 'same-origin', { 'sec-fetch-mode': 'no-cors' })
    assert.equal(icon.statusCode, 200)
    const again = await ask('/leave', 'same-origin')
    assert.match(String(again.headers['set-cookie']), /left=\d/)
  })

  test('a clock that was set back, or a strange value, locks nobody out', async () => {
    later(-minute)
    assert.equal((await ask('/', 'none')).statusCode, 200)
    later(0)
    for (const value of ['soon', '', '9'.repeat(400), '-1'])
      assert.equal((await ask('/', 'none', { cookie: `left=${value}` })).statusCode, 200, value)
  })
})

describe('A site that wants none of its private pages listed', () => {
  let site: OpenSite
  before(async () => {
    site = await openWholeSite(['en'], { unlisted: true })
    await site.openDesk()
  })
  after(() => site.close())
  const get = (url: string, headers: Record<string, string> = {}) =>
    site.app.inject({ url, headers: { host: 'localhost', ...headers } })

  test('answers them as not found, and shows them all the same', async () => {
    for (const url of ['/report', '/a/1', '/b']) {
      const page = await get(url)
      assert.equal(page.statusCode, 404, url)
      assert.match(page.body, /<h1/)
      assert.doesNotMatch(page.body, /Page not found/)
    }
    assert.equal((await get('/guides/signs')).statusCode, 200)
  })

  test('moves on from leaving with a page that is not found either', async () => {
    const away = await get('/leave', { 'sec-fetch-site': 'same-origin' })
    assert.equal(away.statusCode, 404)
    assert.equal(away.headers.location, undefined)
    assert.match(away.body, /<meta http-equiv="refresh" content="0; url=https:/)
    assert.doesNotMatch(away.body, /[Ss]ignpost/)
    const bounced = await get('/b', {
      cookie: `left=${site.clock.now.getTime()}`,
      accept: 'text/html',
    })
    assert.equal(bounced.statusCode, 404)
    assert.equal(bounced.body, away.body)
  })
})
