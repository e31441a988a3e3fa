import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import { harbour, openSmallSite, type SmallSite } from '../../../test/small-site.ts'
import { beginVisit, findVisit } from '../../mailbox/visit-mailbox.ts'
import { closeDraft, draftName } from '../../reports/draft.ts'
import { type BoxKey, newBoxKey } from '../../sealing/box.ts'
import { newReceipt } from '../../sealing/receipt.ts'
import { leaveRoutes } from './leave-routes.ts'

describe('Leaving', () => {
  let site: SmallSite
  before(async () => {
    site = await openSmallSite([leaveRoutes])
  })
  after(() => site.close())

  const begin = async (): Promise<BoxKey> => {
    const key = newBoxKey()
    const draft = { name: draftName(key), site: 'harbour', box: closeDraft({}, key) }
    await site.deps.stores.drafts.create(draft, site.clock.now)
    return key
  }
  const find = (key: BoxKey) =>
    site.deps.stores.drafts.find('harbour', draftName(key), site.clock.now)
  const gone = async (key: BoxKey): Promise<boolean> => {
    for (let tries = 0; tries < 50; tries += 1) {
      if ((await find(key)) === undefined) return true
      await delay(20)
    }
    return false
  }

  test('by the link destroys the draft and every cookie, and leads away', async () => {
    const key = await begin()
    const answer = await site.app.inject({
      url: '/leave',
      headers: {
        cookie: `choices=preferences; draft=${key}; preferences=-.large.dark`,
        'sec-fetch-site': 'same-origin',
      },
    })
    assert.equal(answer.statusCode, 303)
    assert.equal(answer.headers.location, harbour.exit)
    assert.equal(answer.body, '')
    assert.equal(answer.headers['clear-site-data'], '"storage"')
    assert.equal(answer.headers['cache-control'], 'no-store')
    assert.equal(answer.headers['referrer-policy'], 'no-referrer')
    const cookies = [answer.headers['set-cookie'] ?? []].flat()
    assert.deepEqual(
      cookies.map((cookie) => cookie.split(';')[0]),
      ['choices=', 'draft=', 'preferences=', `left=${site.clock.now.getTime()}`],
    )
    for (const cookie of cookies.slice(0, 3)) assert.match(cookie, /Expires=Thu, 01 Jan 1970/)
    assert.ok(await gone(key))
  })

  test('from the mailbox ends the visit, here and in the browser', async () => {
    const visits = site.deps.stores.mailboxVisits
    const key = await beginVisit(visits, 'harbour', newReceipt(), site.clock.now)
    const answer = await site.app.inject({
      method: 'POST',
      url: '/leave',
      headers: { cookie: `mailbox=${key}`, 'sec-fetch-site': 'same-origin' },
    })
    assert.match(String(answer.headers['set-cookie']), /^mailbox=;/)
    for (let tries = 0; tries < 50; tries += 1) {
      if ((await findVisit(visits, { site: 'harbour', key }, site.clock.now)) === undefined) return
      await delay(20)
    }
    assert.fail('the visit is still there')
  })

  test('by the beacon of the script does the same, and answers nothing', async () => {
    const key = await begin()
    const answer = await site.app.inject({
      method: 'POST',
      url: '/leave',
      headers: { cookie: `draft=${key}`, 'sec-fetch-site': 'same-origin' },
    })
    assert.equal(answer.statusCode, 204)
    assert.equal(answer.headers['clear-site-data'], '"storage"')
    assert.ok(await gone(key))
  })

  test('by the link leaves the time in a cookie of this session, and by the key nothing', async () => {
    const { headers } = await site.app.inject('/leave')
    const time = site.clock.now.getTime()
    assert.equal(headers['set-cookie'], `left=${time}; Path=/; HttpOnly; SameSite=Lax`)
    const own = { 'sec-fetch-site': 'same-origin' }
    const beacon = await site.app.inject({ method: 'POST', url: '/leave', headers: own })
    assert.equal(beacon.statusCode, 204)
    assert.equal(beacon.headers['set-cookie'], undefined)
  })

  test('by the key shuts the way back too where a step for each page is wished or was made', async () => {
    const shut = /(^|,)left=\d+; Path=\/; HttpOnly; SameSite=Lax(,|$)/
    for (const cookie of [
      'choices=preferences; preferences=-.standard.device.ordinary',
      `draft=${newBoxKey()}`,
      `mailbox=${newBoxKey()}`,
    ]) {
      const headers = { cookie, 'sec-fetch-site': 'same-origin' }
      const beacon = await site.app.inject({ method: 'POST', url: '/leave', headers })
      assert.match(String(beacon.headers['set-cookie']), shut, cookie)
    }
  })

  test('a link on another site leads away, and destroys nothing', async () => {
    const key = await begin()
    const headers = { cookie: `draft=${key}`, 'sec-fetch-site': 'cross-site' }
    const answer = await site.app.inject({ url: '/leave', headers })
    assert.equal(answer.headers.location, harbour.exit)
    assert.equal(answer.headers['clear-site-data'], undefined)
    assert.equal(answer.headers['set-cookie'], undefined)
    assert.notEqual(await find(key), undefined)
    const beacon = await site.app.inject({ method: 'POST', url: '/leave', headers })
    assert.equal(beacon.statusCode, 403)
  })

  test('works while the database is away', async () => {
    const broken = await openSmallSite([leaveRoutes])
    await broken.database.destroy()
    const answer = await broken.app.inject({
      url: '/leave',
      headers: { cookie: `draft=${newBoxKey()}` },
    })
    assert.equal(answer.headers.location, harbour.exit)
    await delay(50)
    assert.equal(broken.logged[0]?.event, 'failed')
    await broken.close()
  })

  test('leads away even with a cookie that we never made', async () => {
    const answer = await site.app.inject({ url: '/leave', headers: { cookie: 'draft=nonsense' } })
    assert.equal(answer.statusCode, 303)
  })
})
