import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { faultsIn } from '../../test/page-checks.ts'
import {
  openPeopledDesk,
  type PeopledDesk,
  type SignedInOfficer,
  type Wish,
} from '../../test/peopled-desk.ts'
import { newIdentity, recipientOf } from '../sealing/identity.ts'
import { type Sealed, seal } from '../sealing/seal.ts'

describe('The routes of the desk', () => {
  let desk: PeopledDesk
  let ana: PeopledDesk['ana']
  let ben: PeopledDesk['ben']
  let report: PeopledDesk['report']
  let ask: PeopledDesk['ask']

  before(async () => {
    desk = await openPeopledDesk()
    ;({ ana, ben, report, ask } = desk)
  })
  after(() => desk.close())

  test('an opening is written down before anything sealed leaves', async () => {
    const answer = await ask('POST', `/reports/${report.id}/openings`, { as: ben, json: {} })
    assert.equal(answer.statusCode, 200)
    assert.deepEqual(answer.json(), {
      outcome: 'handed-out',
      reference: report.reference,
      envelope: report.envelope,
      body: report.body,
      messages: [],
      files: [],
    })
    const last = (await desk.stores.reports.activities('main', report.id)).at(-1)
    assert.equal(last?.act, 'opened')
    assert.equal(last.officer, ben.officer.id)
  })

  test('what an officer writes to a reporter is kept sealed, with who and when', async () => {
    const sealed = await seal('words', [await recipientOf(await newIdentity())])
    const path = `/reports/${report.id}/messages`
    const both = await Promise.all(
      [ana, ben].map((as) => ask('POST', path, { as, json: { sealed } })),
    )
    assert.deepEqual(
      both.map(({ statusCode }) => statusCode),
      [200, 200],
    )
    const opened = await ask('POST', `/reports/${report.id}/openings`, { as: ben, json: {} })
    const { messages } = opened.json() as { messages: { place: number; who: string }[] }
    assert.deepEqual(
      messages.map(({ place, who }) => `${place} ${who}`).sort(),
      messages[0]?.who === 'Ana' ? ['1 Ana', '2 Ben'] : ['1 Ben', '2 Ana'],
    )
    const acts = await desk.stores.reports.activities('main', report.id)
    assert.equal(acts.filter(({ act }) => act === 'wrote').length, 2)
    for (const json of [{}, { sealed: 'open words' }, { sealed, text: 'open words' }])
      assert.equal((await ask('POST', path, { as: ana, json })).statusCode, 400)
    assert.equal((await ask('POST', path, { as: desk.eve, json: { sealed } })).statusCode, 404)
  })

  test('the queue says which reports have news from their reporter, until one is opened', async () => {
    await desk.stores.messages.addFromReporter(report.id, 'sealed' as Sealed, desk.clock.now)
    const queue = async () => (await ask('GET', '/', { as: ana })).body
    assert.match(await queue(), /maple-river-472<\/a>.*new from reporter/)
    assert.match(
      (await ask('GET', `/reports/${report.id}`, { as: ana })).body,
      /The reporter wrote/,
    )
    await ask('POST', `/reports/${report.id}/openings`, { as: ana, json: {} })
    assert.doesNotMatch(await queue(), /new from reporter/)
  })

  test('who acts on what a colleague has changed is told, and nothing happens', async () => {
    const path = `/reports/${report.id}/assignment`
    const first = await ask('POST', path, { as: ana, form: 'version=1' })
    assert.equal(first.statusCode, 303)
    const second = await ask('POST', path, { as: ben, form: 'version=1' })
    assert.equal(second.statusCode, 409)
    assert.ok(second.body.includes('A colleague changed this report'))
    const kept = await desk.stores.reports.find('main', report.id)
    assert.equal(kept?.assignee, ana.officer.id)
    const reopened = await ask('POST', `/reports/${report.id}/reopening`, {
      as: ana,
      form: 'version=2',
    })
    assert.equal(reopened.statusCode, 409)
    assert.ok(reopened.body.includes('cannot be done to this report'))
  })

  test('the queue shows one’s own reports, and refuses an address it never made', async () => {
    const mine = async (as: SignedInOfficer) => (await ask('GET', '/?show=mine', { as })).body
    assert.ok((await mine(ana)).includes('maple-river-472'))
    assert.ok(!(await mine(ben)).includes('maple-river-472'))
    for (const query of [
      'show=everything',
      'after=1',
      'after=9_2026-11-22T11:00:00Z_x',
      'show=new&show=new',
    ])
      assert.equal((await ask('GET', `/?${query}`, { as: ana })).statusCode, 404, query)
  })

  test('a post that another website began is refused', async () => {
    for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }]) {
      const answer = await ask('POST', `/reports/${report.id}/closure`, {
        as: ana,
        form: 'version=2',
        headers,
      })
      assert.equal(answer.statusCode, 403)
    }
  })

  test('bodies that no page of ours sends are refused, and nothing is kept', async () => {
    const refused: readonly (readonly [string, Wish, number])[] = [
      ['/sessions', { json: { name: 'Ana' } }, 400],
      ['/sessions', { json: { name: 'Ana', proof: 'x', unlockKey: 'y' } }, 400],
      ['/sessions', { json: [], headers: { 'content-type': 'text/plain' } }, 415],
      ['/stretch', { json: { name: 'Ana', more: 1 } }, 400],
      ['/stretch', { json: { name: 7 } }, 400],
      ['/invitation', { json: { secret: 'short' } }, 400],
      ['/enrolments', { json: { secret: 'A'.repeat(43) } }, 400],
      ['/enrolments', { json: { secret: 'A'.repeat(300_000) } }, 413],
      ['/stretch', { json: {}, headers: { 'content-type': 'application/json', host: '' } }, 400],
      [`/reports/${report.id}/closure`, { as: ana, form: 'version=two' }, 400],
      [`/reports/${report.id}/closure`, { as: ana, form: 'version=2&more=1' }, 400],
      [`/reports/${report.id}/closure`, { as: ana, form: 'version=%ff' }, 400],
      ['/reports/not-an-id/closure', { as: ana, form: 'version=2' }, 404],
      ['/grants', { as: ana, json: { officer: 'x', grants: [] } }, 400],
    ]
    for (const [url, wish, status] of refused) {
      const answer = await ask('POST', url, wish)
      assert.equal(answer.statusCode, status, `${url} ${JSON.stringify(wish.json ?? wish.form)}`)
      assert.doesNotMatch(answer.body, /Error|\.ts:/)
    }
    assert.equal((await desk.stores.reports.find('main', report.id))?.status, 'assigned')
  })

  test('JSON that is none, and keys that would reach into objects, are refused', async () => {
    for (const payload of ['{', '{"__proto__":{"name":"x"}}', '']) {
      const answer = await desk.app.inject({
        method: 'POST',
        url: '/stretch',
        payload,
        headers: {
          host: 'desk.example',
          'sec-fetch-site': 'same-origin',
          'content-type': 'application/json',
          accept: 'application/json',
        },
      })
      assert.equal(answer.statusCode, 400, payload)
    }
  })

  test('a page of the desk runs our scripts only, and no text can become markup', async () => {
    const { headers } = await ask('GET', '/', { as: ana })
    const policy = String(headers['content-security-policy'])
    assert.match(policy, /default-src 'none'/)
    assert.match(policy, /script-src 'self' 'wasm-unsafe-eval';/)
    assert.match(policy, /require-trusted-types-for 'script'/)
    assert.match(policy, /frame-ancestors 'none'/)
    assert.equal(headers['cache-control'], 'no-store')
  })

  test('the markup of every page is sound', async () => {
    const pages = [`/reports/${report.id}`, '/', '/feedback', '/figures', '/team', '/no-such-page']
    const signedOut = ['/sign-in', '/enrol']
    for (const url of [...pages, ...signedOut]) {
      const { body } = await ask('GET', url, signedOut.includes(url) ? {} : { as: ana })
      assert.deepEqual(await faultsIn(body), [], url)
    }
  })
})
