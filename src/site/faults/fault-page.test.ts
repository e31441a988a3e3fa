import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { harbour, openSmallSite, posted, type SmallSite, shown } from '../../../test/small-site.ts'
import { Fault, faultStatuses } from '../../web/fault.ts'
import { lastResortPage } from './fault-page.ts'

describe('When something goes wrong', () => {
  let site: SmallSite
  before(async () => {
    site = await openSmallSite([
      (app) => {
        app.get('/fault/:status', async (request) => {
          const { status } = request.params as { status: string }
          throw new Fault(faultStatuses.find((known) => String(known) === status) ?? 500, 'x')
        })
        app.get('/trace', async () => {
          throw new Error('the green door')
        })
        app.post('/words', async () => 'read')
      },
    ])
  })
  after(() => site.close())

  const numbers = [/tel:999"/, /tel:08000121700"/, /tel:101"/]

  for (const status of faultStatuses)
    test(`a ${status} says what happened, what to do next and whom to call`, async () => {
      const page = await site.app.inject(`/fault/${status}`)
      const words = site.deps.contents.get('en')?.words
      assert.equal(page.statusCode, status)
      assert.match(String(page.headers['content-type']), /^text\/html/)
      for (const part of ['title', 'happened', 'next'] as const)
        assert.ok(page.body.includes(words?.(`errors.${status}.${part}`) ?? 'nothing'))
      for (const number of numbers) assert.match(shown(page), number)
      assert.match(shown(page), /Leave this site/)
    })

  test('what went wrong inside is not shown', async () => {
    const page = await site.app.inject('/trace')
    assert.equal(page.statusCode, 500)
    assert.doesNotMatch(page.body, /green door|\.ts:/)
  })

  test('an address that cannot be read gets a page in the look of the site', async () => {
    const page = await site.app.inject('/guides/%zz')
    assert.equal(page.statusCode, 400)
    assert.match(shown(page), /We could not read that/)
    for (const number of numbers) assert.match(shown(page), number)
  })

  test('a form from another site is refused with words', async () => {
    const form = posted('/words', {})
    const page = await site.app.inject({
      ...form,
      headers: { ...form.headers, 'sec-fetch-site': 'cross-site', cookie: 'choices=none' },
    })
    assert.equal(page.statusCode, 403)
    assert.match(shown(page), /did not come from a page of this site/)
    assert.doesNotMatch(shown(page), /cookie-banner/)
  })

  test('too much, and what is not a form, is refused with words', async () => {
    const long = await site.app.inject(posted('/words', { said: 'a'.repeat(70_000) }))
    assert.equal(long.statusCode, 413)
    assert.match(shown(long), /too big/)
    const json = await site.app.inject({ method: 'POST', url: '/words', payload: { said: 'a' } })
    assert.equal(json.statusCode, 415)
    assert.match(shown(json), /use the form on the page/)
  })

  test('a page that cannot do what was asked says what it can', async () => {
    const page = await site.app.inject('/words')
    assert.equal(page.statusCode, 405)
    assert.equal(page.headers.allow, 'POST')
  })

  test('when to come back is said where waiting helps', async () => {
    for (const status of [429, 503])
      assert.equal((await site.app.inject(`/fault/${status}`)).headers['retry-after'], '60')
  })

  test('a host that is no site of ours gets words and numbers, and no site’s look', async () => {
    const page = await site.app.inject({ url: '/', headers: { host: 'elsewhere.example' } })
    assert.equal(page.statusCode, 421)
    assert.doesNotMatch(page.body, new RegExp(harbour.name))
    assert.match(page.body, /There is no site at this address/)
    for (const number of numbers) assert.match(page.body, number)
    assert.match(String(page.headers['content-security-policy']), /default-src 'none'/)
    assert.equal(page.headers['cache-control'], 'no-store')
  })

  test('the last resort is a whole page with every number, and needs nothing else', () => {
    const page = lastResortPage(site.deps)
    assert.match(page, /^<!DOCTYPE html>\n<html lang="en" dir="ltr">/)
    assert.doesNotMatch(page, /<script|<style|<link|<img/)
    for (const number of numbers) assert.match(page, number)
  })
})
