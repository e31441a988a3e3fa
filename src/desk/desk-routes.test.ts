import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { HtmlValidate } from 'html-validate'
import { openTestDesk, type TestDesk } from '../../test/open-desk.ts'
import { sampleOfficer } from '../../test/sample-officer.ts'
import { sampleReport } from '../../test/sample-report.ts'
import type { Role } from '../officers/officer.ts'
import { newSession } from '../officers/session.ts'
import type { NewReport } from '../reports/stored-report.ts'
import { newBoxKey } from '../sealing/box.ts'
import { newIdentity, recipientOf } from '../sealing/identity.ts'
import { seal } from '../sealing/seal.ts'

const openByName = [
  'GET /assets/:file',
  'GET /enrol',
  'GET /favicon.ico',
  'GET /passphrase-words',
  'GET /robots.txt',
  'GET /sign-in',
  'POST /enrolments',
  'POST /invitation',
  'POST /sessions',
  'POST /stretch',
]

describe('The routes of the desk', () => {
  let desk: TestDesk
  let now = new Date('2026-11-22T12:00:00.000Z')
  let ana: SignedInOfficer
  let ben: SignedInOfficer
  let eve: SignedInOfficer
  let report: NewReport

  before(async () => {
    desk = await openTestDesk({ now: () => now })
    desk.app.get('/forgotten', async () => 'a route that says nothing about whom it is for')
    ana = await officer('Ana', 'administrator', 'main')
    ben = await officer('Ben', 'officer', 'main')
    eve = await officer('Eve', 'administrator', 'other')
    report = sampleReport({ reference: 'maple-river-472' })
    await desk.stores.reports.insert(report, now)
  })
  after(() => desk.close())

  type SignedInOfficer = Awaited<ReturnType<typeof officer>>

  async function officer(name: string, role: Role, at: string) {
    const sample = await sampleOfficer(name, role, at)
    await desk.stores.officers.add(sample.officer, sample.lock)
    const { secret, session } = newSession(sample.officer.id, newBoxKey(), now)
    await desk.stores.sessions.add(session)
    return { ...sample, cookie: `desk-session=${secret}`, host: hostOf(at) }
  }

  function hostOf(at: string): string {
    return at === 'other' ? 'other.example' : 'desk.example'
  }

  interface Wish {
    readonly as?: SignedInOfficer | undefined
    readonly host?: string
    readonly form?: string
    readonly json?: unknown
    readonly headers?: Record<string, string>
  }

  function ask(method: 'GET' | 'POST', url: string, wish: Wish = {}) {
    const { as, form, json } = wish
    return desk.app.inject({
      method,
      url,
      headers: {
        host: wish.host ?? as?.host ?? 'desk.example',
        'sec-fetch-site': 'same-origin',
        ...(as && { cookie: as.cookie }),
        ...(json !== undefined && {
          accept: 'application/json',
          'content-type': 'application/json',
        }),
        ...(form !== undefined && { 'content-type': 'application/x-www-form-urlencoded' }),
        ...wish.headers,
      },
      ...(json !== undefined && { payload: JSON.stringify(json) }),
      ...(form !== undefined && { payload: form }),
    })
  }

  /** Every route there is, as the router knows them. */
  function everyRoute(): string[] {
    const trail: string[] = []
    return desk.app
      .printRoutes({ commonPrefix: false })
      .split('\n')
      .flatMap((line) => {
        const [, indent = '', path = '', methods = ''] =
          /^([│ ]*)[└├]── (\S*)(?: \((.+)\))?$/.exec(line) ?? []
        const depth = indent.length / 4
        trail.length = depth
        trail[depth] = path
        return methods
          .split(', ')
          .filter((method) => method === 'GET' || method === 'POST')
          .map((method) => `${method} ${trail.join('')}`)
      })
  }

  test('nobody reaches anything but what is open by name', async () => {
    const routes = everyRoute()
    assert.ok(routes.length === 26, routes.join('\n'))
    for (const route of openByName) assert.ok(routes.includes(route), route)
    for (const route of routes.filter((one) => !openByName.includes(one))) {
      const [method, path = ''] = route.split(' ')
      const url = path.replace(':id', report.id)
      const page = await ask(method === 'GET' ? 'GET' : 'POST', url)
      assert.equal(page.statusCode, 303, route)
      assert.match(String(page.headers.location), /^\/sign-in/, route)
      const script = await ask(method === 'GET' ? 'GET' : 'POST', url, {
        headers: { accept: 'application/json' },
      })
      assert.equal(script.statusCode, 401, route)
    }
  })

  test('a route that does not say whom it is for is for nobody', async () => {
    assert.equal((await ask('GET', '/forgotten', { as: ana })).statusCode, 403)
  })

  test('nobody can tell an address that is there from one that is not', async () => {
    const [there, not] = [await ask('GET', '/team'), await ask('GET', '/no-such-page')]
    assert.equal(there.statusCode, not.statusCode)
    assert.equal(there.headers.location, not.headers.location)
  })

  test('an officer of another desk finds nothing, and leaves no trace', async () => {
    const json = { as: eve, json: {} }
    const form = { as: eve, form: 'version=1' }
    const path = `/reports/${report.id}`
    assert.equal((await ask('GET', path, { as: eve })).statusCode, 404)
    assert.equal((await ask('POST', `${path}/openings`, json)).statusCode, 404)
    for (const noun of ['assignment', 'release', 'closure', 'reopening'])
      assert.equal((await ask('POST', `${path}/${noun}`, form)).statusCode, 404)
    const queue = await ask('GET', '/', { as: eve })
    assert.ok(!queue.body.includes('maple-river-472'))
    const activities = await desk.stores.reports.activities('main', report.id)
    assert.deepEqual(
      activities.map(({ act }) => act),
      ['received'],
    )
  })

  test('a session of one desk is nothing at the door of another', async () => {
    const answer = await ask('GET', '/', { as: eve, host: 'desk.example' })
    assert.equal(answer.statusCode, 303)
  })

  test('an officer who is no administrator invites nobody and gives no key', async () => {
    const invited = await ask('POST', '/invitations', { as: ben, form: 'name=Cy&role=officer' })
    assert.equal(invited.statusCode, 403)
    const grant = { officer: ben.officer.id, grants: [] }
    assert.equal((await ask('POST', '/grants', { as: ben, json: grant })).statusCode, 403)
    assert.ok(!(await ask('GET', '/team', { as: ben })).body.includes('Make a link'))
  })

  test('an opening is written down before anything sealed leaves', async () => {
    const answer = await ask('POST', `/reports/${report.id}/openings`, { as: ben, json: {} })
    assert.equal(answer.statusCode, 200)
    assert.deepEqual(answer.json(), {
      outcome: 'handed-out',
      reference: report.reference,
      envelope: report.envelope,
      body: report.body,
    })
    const last = (await desk.stores.reports.activities('main', report.id)).at(-1)
    assert.equal(last?.act, 'opened')
    assert.equal(last.officer, ben.officer.id)
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

  test('only who has a desk key gives it, only to a colleague, and never over another', async () => {
    const key = await newIdentity()
    const own = await seal(key, [ana.officer.recipient])
    const made = { recipient: await recipientOf(key), sealed: own }
    assert.equal(await desk.stores.deskKeys.addFirst(ana.officer, made, now), true)
    const sealed = await seal(key, [ben.officer.recipient])
    const give = (to: string, epoch: number) =>
      ask('POST', '/grants', { as: ana, json: { officer: to, grants: [{ epoch, sealed }] } })
    assert.equal((await give(ben.officer.id, 2)).statusCode, 403)
    assert.equal((await give(eve.officer.id, 1)).statusCode, 404)
    assert.equal((await give(ben.officer.id, 1)).statusCode, 201)
    assert.equal((await give(ana.officer.id, 1)).statusCode, 201)
    const kept = await desk.stores.deskKeys.findGrant('main', ana.officer.id, 1)
    assert.equal(kept?.sealed, own)
  })

  test('a link is made once, shown once, and refused words come back where they were typed', async () => {
    const made = await ask('POST', '/invitations', { as: ana, form: 'name=Cy+Young&role=officer' })
    assert.ok(/http:\/\/desk\.example\/enrol#[\w-]{43}/.test(made.body))
    assert.equal(made.headers['content-encoding'], undefined)
    assert.ok(!(await ask('GET', '/team', { as: ana })).body.includes('enrol#'))
    const taken = await ask('POST', '/invitations', { as: ana, form: 'name=ben&role=officer' })
    assert.equal(taken.statusCode, 422)
    assert.ok(taken.body.includes('value="ben"'))
    const role = await ask('POST', '/invitations', { as: ana, form: 'name=Dee&role=king' })
    assert.equal(role.statusCode, 422)
    assert.ok(role.body.includes('value="Dee"'))
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

  test('an officer’s name cannot become markup, even inside a script’s data', async () => {
    const name = '</script><b>Mallory</b>'
    const { lock, officer: mallory } = await sampleOfficer(name)
    await desk.stores.officers.add(mallory, lock)
    const { body } = await ask('GET', '/team', { as: ana })
    assert.ok(!/<b>Mallory/.test(body))
  })

  test('signing in sets cookies that no script and no other website gets hold of', async () => {
    const { proof } = ana
    const json = { name: ' ANA ', proof, unlockKey: newBoxKey() }
    const answer = await ask('POST', '/sessions', { json })
    assert.equal(answer.statusCode, 201)
    assert.equal(answer.json().sealedIdentity, ana.lock.sealedIdentity)
    const [session, familiar] = [answer.headers['set-cookie']].flat().map(String)
    for (const cookie of [session, familiar])
      assert.match(cookie ?? '', /; HttpOnly; SameSite=Strict/)
    assert.match(session ?? '', /^desk-session=[\w-]{43}; Path=\/;/)
    assert.doesNotMatch(session ?? '', /Max-Age|Expires/)
  })

  test('over https the cookies are bound to the host and never leave encryption', async () => {
    const secure = await openTestDesk({ origin: 'https://help.example' })
    const { officer: cat, lock, proof } = await sampleOfficer('Cat')
    await secure.stores.officers.add(cat, lock)
    const answer = await secure.app.inject({
      method: 'POST',
      url: '/sessions',
      payload: { name: 'Cat', proof, unlockKey: newBoxKey() },
      headers: {
        host: 'desk.example',
        'sec-fetch-site': 'same-origin',
        accept: 'application/json',
      },
    })
    const cookies = [answer.headers['set-cookie']].flat().map(String)
    assert.equal(cookies.length, 2)
    for (const cookie of cookies) assert.match(cookie, /^__Host-desk-.+; Secure/)
    await secure.close()
  })

  test('guesses at a name are told how long to wait, and a name that nobody has no less', async () => {
    const guess = async (name: string) => {
      const json = { name, proof: 'A'.repeat(43), unlockKey: newBoxKey() }
      const answer = await ask('POST', '/sessions', { json })
      return [answer.statusCode, answer.headers['retry-after'], answer.body]
    }
    for (const name of ['Ben', 'Nobody']) {
      for (let count = 0; count < 3; count += 1) assert.equal((await guess(name))[0], 401)
      const body = '{"outcome":"too-soon","waitSeconds":1}'
      assert.deepEqual(await guess(name), [429, '1', body])
    }
  })

  test('the door says that it is ready to whoever asks', async () => {
    assert.equal((await ask('GET', '/ready', { host: '127.0.0.1' })).statusCode, 200)
  })

  test('the markup of every page is sound', async () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:standard', 'html-validate:a11y'],
      rules: {
        'doctype-style': 'off',
        'long-title': 'off',
        'no-trailing-whitespace': 'off',
        'prefer-native-element': 'off',
        'attribute-boolean-style': 'off',
        'attribute-empty-style': 'off',
      },
    })
    const pages = [`/reports/${report.id}`, '/', '/feedback', '/figures', '/team', '/no-such-page']
    const signedOut = ['/sign-in', '/enrol']
    for (const url of [...pages, ...signedOut]) {
      const { body } = await ask('GET', url, signedOut.includes(url) ? {} : { as: ana })
      const { results } = await validator.validateString(body)
      const found = results.flatMap(({ messages }) => messages)
      assert.deepEqual(
        found.map(({ ruleId, message, selector }) => `${url} ${ruleId}: ${message} ${selector}`),
        [],
      )
    }
  })

  test('a desk that no host leads to says so', async () => {
    const desks = await openTestDesk({ hosts: ['one.example'] })
    const answer = await desks.app.inject({ url: '/sign-in', headers: { host: 'two.example' } })
    assert.equal(answer.statusCode, 421)
    await desks.close()
  })

  test('after half an hour of silence an officer signs in again', async () => {
    assert.equal((await ask('GET', '/', { as: ben })).statusCode, 200)
    now = new Date(now.getTime() + 31 * 60_000)
    const answer = await ask('GET', `/reports/${report.id}`, { as: ben })
    assert.equal(answer.statusCode, 303)
    const wayBack = `/sign-in?back=%2Freports%2F${report.id}&left=ended`
    assert.equal(answer.headers.location, wayBack)
    const acted = await ask('POST', `/reports/${report.id}/closure`, { as: ben, form: 'version=1' })
    assert.equal(acted.headers.location, wayBack)
    assert.match((await ask('GET', wayBack)).body, /Your session has ended/)
    const stranger = await ask('GET', '/team')
    assert.equal(stranger.headers.location, '/sign-in')
    const away = await ask('GET', '/sign-in?back=https%3A%2F%2Fevil.example')
    assert.ok(/"back":"\/"/.test(away.body))
  })
})
