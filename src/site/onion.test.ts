import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { harbour, openSmallSite, type SmallSite } from '../../test/small-site.ts'
import { adviceRoutes } from './advice/advice-routes.ts'
import { reportRoutes } from './report/report-routes.ts'

const name = `${'a'.repeat(55)}d.onion`
const sites = [
  { ...harbour, hosts: ['*'], origin: 'https://help.harbour.example', onion: `http://${name}` },
  { ...harbour, id: 'moor', hosts: ['moor.example'], origin: 'https://moor.example' },
]

let site: SmallSite
before(async () => {
  site = await openSmallSite([adviceRoutes, reportRoutes], { sites })
  await site.database
    .insertInto('desk_keys')
    .values({
      desk: 'main',
      epoch: 1,
      recipient: await recipient(),
      created_at: '',
      created_by: '',
    })
    .execute()
})
after(() => site.close())

async function recipient(): Promise<string> {
  const { newIdentity, recipientOf } = await import('../sealing/identity.ts')
  return recipientOf(await newIdentity())
}

const get = (url: string, host: string) => site.app.inject({ url, headers: { host } })

test('whoever reads with Tor Browser is told of the onion address, page by page', async () => {
  for (const path of ['/guides/signs', '/report']) {
    const page = await get(path, 'help.harbour.example')
    assert.equal(page.statusCode, 200)
    assert.equal(page.headers['onion-location'], `http://${name}${path}`)
    assert.ok(page.headers['strict-transport-security'])
  }
  const elsewhere = await get('/guides/signs', 'moor.example')
  assert.equal(elsewhere.headers['onion-location'], undefined)
})

test('the site answers at its onion address, where nothing says https and nothing leads back', async () => {
  for (const host of [name, `${name}:80`, name.toUpperCase()]) {
    const page = await get('/guides/signs', host)
    assert.equal(page.statusCode, 200)
    assert.ok(page.body.includes('Harbour'))
    assert.equal(page.headers['onion-location'], undefined)
    assert.equal(page.headers['strict-transport-security'], undefined)
    assert.doesNotMatch(page.body, /(href|action|src)="https?:\/\/(help\.)?harbour/)
  }
})

test('a draft works at the onion address: its cookie needs no https there', async () => {
  const answer = await site.app.inject({
    method: 'POST',
    url: '/a/1',
    headers: {
      host: name,
      origin: `http://${name}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    payload: 'role=other',
  })
  assert.equal(answer.statusCode, 303)
  assert.match(
    String(answer.headers['set-cookie']),
    /^draft=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/,
  )
  assert.doesNotMatch(String(answer.headers.location), /^http/)
})
