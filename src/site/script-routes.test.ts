import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { brotliDecompressSync } from 'node:zlib'
import { type OpenSite, openWholeSite } from '../../test/open-site.ts'
import { loadAssets } from '../ui/assets.ts'

describe('Scripts of the site', () => {
  let site: OpenSite
  before(async () => {
    site = await openWholeSite(['en', 'cy'])
    await site.openDesk()
  })
  after(() => site.close())

  const read = (url: string, headers: Record<string, string> = {}) =>
    site.app.inject({ url, headers: { host: 'localhost', ...headers } })

  test('run only where a page asks for one, and can turn no text into markup there', async () => {
    for (const url of ['/report', '/cy/report']) {
      const policy = String((await read(url)).headers['content-security-policy'])
      assert.match(policy, /script-src 'sha256-[^']+' 'self';/)
      assert.match(policy, /require-trusted-types-for 'script'; trusted-types signpost( [\w-]+)*$/)
    }
    for (const url of ['/', '/help', '/feedback', '/a/done']) {
      const policy = String((await read(url)).headers['content-security-policy'])
      assert.match(policy, /script-src 'sha256-[^']+';/, url)
    }
  })

  test('leave no trace in the browser’s cache, and are those of the site only', async () => {
    const { scripts } = loadAssets('dist')
    const telling = scripts.get('telling')
    assert.ok(telling)
    const markup = (await read('/report')).body
    assert.ok(markup.includes(`<script type="module" src="${telling.path}"></script>`))
    const plain = await read(telling.path)
    assert.equal(plain.statusCode, 200)
    assert.equal(plain.headers['cache-control'], 'no-store')
    assert.match(String(plain.headers['content-type']), /^text\/javascript/)
    const small = await read(telling.path, { 'accept-encoding': 'gzip, br' })
    assert.deepEqual(brotliDecompressSync(small.rawPayload), plain.rawPayload)
    for (const url of [scripts.get('desk')?.path ?? '', '/assets/telling.js', '/assets/..%2fx'])
      assert.equal((await read(url)).statusCode, 404, url)
  })

  test('are left out where answers were begun without one', async () => {
    const begun = await site.app.inject({
      method: 'POST',
      url: '/a/1',
      payload: 'role=other',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'sec-fetch-site': 'same-origin',
      },
    })
    const [draft] = begun.cookies
    const page = await read('/report', { cookie: `${draft?.name}=${draft?.value}` })
    assert.match(page.body, /You have begun already/)
    assert.doesNotMatch(page.body, /<script [^>]*src=/)
  })
})
