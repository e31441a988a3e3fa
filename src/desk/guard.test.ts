import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { openTestDesk } from '../../test/open-desk.ts'
import { openPeopledDesk, type PeopledDesk } from '../../test/peopled-desk.ts'

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

describe('Who is let in at the desk', () => {
  let desk: PeopledDesk
  let ana: PeopledDesk['ana']
  let ben: PeopledDesk['ben']
  let eve: PeopledDesk['eve']
  let report: PeopledDesk['report']
  let ask: PeopledDesk['ask']

  before(async () => {
    desk = await openPeopledDesk()
    desk.app.get('/forgotten', async () => 'a route that says nothing about whom it is for')
    ;({ ana, ben, eve, report, ask } = desk)
  })
  after(() => desk.close())

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
    assert.ok(routes.length === 32, routes.join('\n'))
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
    for (const noun of ['assignment', 'admission', 'release', 'closure', 'reopening'])
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

  test('the door says that it is ready to whoever asks', async () => {
    assert.equal((await ask('GET', '/ready', { host: '127.0.0.1' })).statusCode, 200)
  })

  test('a desk that no host leads to says so', async () => {
    const desks = await openTestDesk({ hosts: ['one.example'] })
    const answer = await desks.app.inject({ url: '/sign-in', headers: { host: 'two.example' } })
    assert.equal(answer.statusCode, 421)
    await desks.close()
  })

  test('after half an hour of silence an officer signs in again', async () => {
    assert.equal((await ask('GET', '/', { as: ben })).statusCode, 200)
    desk.clock.now = new Date(desk.clock.now.getTime() + 31 * 60_000)
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
