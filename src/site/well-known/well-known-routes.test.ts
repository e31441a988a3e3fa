import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { openSmallSite, type SmallSite } from '../../../test/small-site.ts'
import { wellKnownRoutes } from './well-known-routes.ts'

describe('What programs ask for', () => {
  let site: SmallSite
  before(async () => {
    site = await openSmallSite([wellKnownRoutes])
  })
  after(() => site.close())

  test('search engines may list what is there to be read, and nothing of a report', async () => {
    const { body, headers } = await site.app.inject('/robots.txt')
    assert.match(String(headers['content-type']), /^text\/plain/)
    assert.match(body, /^User-agent: \*\nAllow: \/\n/)
    for (const path of ['/a/', '/report', '/leave', '/en/report'])
      assert.ok(body.split('\n').includes(`Disallow: ${path}`))
  })

  test('who finds a weakness learns whom to tell', async () => {
    const { body } = await site.app.inject('/.well-known/security.txt')
    assert.match(body, /^Contact: mailto:privacy@harbour\.example$/m)
    assert.match(body, /^Canonical: http:\/\/localhost\/\.well-known\/security\.txt$/m)
    const [, expires = ''] = /^Expires: (\S+)$/m.exec(body) ?? []
    const days = (Date.parse(expires) - site.clock.now.getTime()) / 86_400_000
    assert.ok(days > 300 && days < 365)
  })

  test('the icon is small, tells nothing and stays on no disk', async () => {
    const { rawPayload, headers } = await site.app.inject('/favicon.ico')
    assert.equal(headers['content-type'], 'image/png')
    assert.equal(headers['cache-control'], 'no-store')
    assert.equal(rawPayload.subarray(1, 4).toString(), 'PNG')
    assert.ok(rawPayload.length < 300)
  })
})
