import assert from 'node:assert/strict'
import { connect } from 'node:net'
import { after, before, describe, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { openDoor } from './door.ts'
import { Fault } from './fault.ts'
import { expectFields, type Form, field } from './form.ts'
import type { LogEvent } from './log.ts'
import { PageCache } from './page-cache.ts'

const form = {
  'content-type': 'application/x-www-form-urlencoded',
  'sec-fetch-site': 'same-origin',
}

describe('A door', () => {
  const logged: LogEvent[] = []
  const cache = new PageCache(() => 'harbour')
  let ready = true
  let app: FastifyInstance
  let port = 0

  before(async () => {
    app = await openDoor({
      name: 'site',
      log: (event) => logged.push(event),
      bodyLimit: 1024,
      lenientOrigin: false,
      cache,
      rewriteUrl: (url) => url.replace(/^\/cy(?=\/)/, ''),
      sendFault: (_request, reply, status) => {
        if (status === 422) throw new Error('even the page is broken')
        return reply.code(status).send(`fault ${status}`)
      },
      lastResort: 'last resort: call 999',
      ready: async () => ready,
    })
    app.post('/words', async (request) =>
      field(expectFields(request.body as Form, ['said']), 'said'),
    )
    app.get('/words', async () => 'read')
    app.get('/secret', async () => {
      throw new Error('the green door, src/green/door.ts:1:2')
    })
    app.get('/broken', async () => {
      throw new Fault(422, 'x')
    })
    app.get('/full', async () => {
      throw Object.assign(new Error('disk'), { code: 'SQLITE_FULL' })
    })
    await app.listen({ host: '127.0.0.1', port: 0 })
    const address = app.server.address()
    port = typeof address === 'object' && address ? address.port : 0
  })
  after(() => app.close())

  const post = (payload: string | Buffer, headers: Record<string, string> = {}) =>
    app.inject({ method: 'POST', url: '/words', payload, headers: { ...form, ...headers } })

  test('a posted field arrives as it was typed, with line ends of one kind', async () => {
    const answer = await post('said=caf%C3%A9+%26+a%0D%0Ab%3Dc')
    assert.equal(answer.body, 'café & a\nb=c')
  })

  test('bad UTF-8, bad escapes and unknown fields are refused', async () => {
    for (const payload of [
      Buffer.from([0x73, 0x3d, 0xff]),
      'said=%zz',
      'said=%ff',
      'said=a&extra=b',
    ])
      assert.equal((await post(payload)).statusCode, 400)
    assert.equal((await post('said&'.repeat(200), {})).statusCode, 400)
  })

  test('a body that is too large, or of another type, is told apart', async () => {
    assert.equal((await post(`said=${'a'.repeat(2000)}`)).statusCode, 413)
    assert.equal((await post('{}', { 'content-type': 'application/json' })).statusCode, 415)
  })

  test('a form posted from another site is refused', async () => {
    assert.equal((await post('said=a', { 'sec-fetch-site': 'cross-site' })).statusCode, 403)
    const old = { 'content-type': form['content-type'] }
    for (const [origin, status] of [
      ['http://elsewhere.example', 403],
      ['http://localhost:3000', 200],
      ['null', 403],
    ] as const) {
      const headers = { ...old, origin, host: 'localhost:3000' }
      const answer = await app.inject({ method: 'POST', url: '/words', payload: 'said=a', headers })
      assert.equal(answer.statusCode, status, origin)
    }
  })

  test('a missing page is told apart from a wrong method', async () => {
    assert.equal((await app.inject('/nowhere')).statusCode, 404)
    const wrong = await app.inject({ method: 'DELETE', url: '/words', headers: form })
    assert.equal(wrong.statusCode, 405)
    assert.match(String(wrong.headers['allow']), /GET.*POST|POST.*GET/)
  })

  test('paths that try to climb, and addresses that are not addresses, get a page', async () => {
    for (const url of ['/../../etc/passwd', '/%2e%2e/%2e%2e/etc/passwd', '/words/%00'])
      assert.equal((await app.inject(url)).statusCode, 404)
    assert.equal((await app.inject('/%E0%A4%A')).statusCode, 400)
  })

  test('an unexpected error is logged by its kind and place, never by its words', async () => {
    assert.equal((await app.inject('/secret')).body, 'fault 500')
    const last = JSON.stringify(logged.at(-1))
    assert.match(last, /"event":"failed".*src\/web\/door\.test\.ts/)
    assert.doesNotMatch(last, /green/)
  })

  test('a full disk is a page that asks to try again', async () => {
    assert.equal((await app.inject('/full')).statusCode, 503)
  })

  test('when even the page of a fault fails, the numbers to call are still there', async () => {
    const answer = await app.inject('/broken')
    assert.equal(answer.statusCode, 422)
    assert.equal(answer.body, 'last resort: call 999')
    assert.equal(answer.headers['cache-control'], 'no-store')
  })

  test('when it is too busy for seconds on end, readers get words and whoever typed is heard', async () => {
    const statuses: number[] = []
    for (let second = 0; second < 6; second += 1) {
      const until = performance.now() + 1300
      while (performance.now() < until);
      await pause(5)
      statuses.push((await app.inject('/words')).statusCode)
      assert.equal((await post('said=heard')).body, 'heard')
    }
    assert.equal(statuses[0], 200, 'one slow moment refuses nobody')
    assert.equal(statuses.at(-1), 503)
    await pause(2500)
    assert.equal((await app.inject('/words')).statusCode, 200, 'it is there again')
  })

  test('it says whether it is ready', async () => {
    assert.equal((await app.inject('/ready')).statusCode, 200)
    ready = false
    assert.equal((await app.inject('/ready')).statusCode, 503)
    ready = true
  })

  test('a language at the front of a path comes off before routing', async () => {
    assert.equal((await app.inject('/cy/words')).body, 'read')
  })

  test('a page for everyone comes from memory, but not for one who carries a cookie', async () => {
    cache.put({}, '/kept', { 'content-type': 'text/html', 'x-kept': 'yes' }, Buffer.from('kept'))
    const get = (headers: Record<string, string>) =>
      fetch(`http://127.0.0.1:${port}/kept`, { headers })
    const kept = await get({ 'accept-encoding': 'br' })
    assert.equal(kept.headers.get('content-encoding'), 'br')
    assert.equal(await kept.text(), 'kept')
    assert.equal((await get({ cookie: 'a=b' })).status, 404)
  })

  test('who takes more than a minute to say what they want holds no connection longer', () => {
    assert.equal(app.server.headersTimeout, 60_000)
  })

  test('a post that brings no form at all is refused, and is no fault of ours', async () => {
    const headers = { 'sec-fetch-site': 'same-origin', 'content-length': '0' }
    const answer = await app.inject({ method: 'POST', url: '/words', headers })
    assert.equal(answer.statusCode, 400)
  })

  test('what is not even HTTP is answered with the numbers to call', async () => {
    const answer = await new Promise<string>((resolve, reject) => {
      let heard = ''
      const socket = connect(port, '127.0.0.1', () => socket.write('hello\r\n\r\n'))
      socket.on('data', (chunk) => {
        heard += chunk.toString()
      })
      socket.on('end', () => resolve(heard))
      socket.on('error', reject)
    })
    assert.match(answer, /^HTTP\/1\.1 400 /)
    assert.match(answer, /last resort: call 999/)
  })
})
