import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { openTestDesk } from '../../../test/open-desk.ts'
import { openPeopledDesk, type PeopledDesk } from '../../../test/peopled-desk.ts'
import { sampleOfficer } from '../../../test/sample-officer.ts'
import { newBoxKey } from '../../sealing/box.ts'

describe('Signing in', () => {
  let desk: PeopledDesk
  let ana: PeopledDesk['ana']
  let ask: PeopledDesk['ask']

  before(async () => {
    desk = await openPeopledDesk()
    ;({ ana, ask } = desk)
  })
  after(() => desk.close())

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
})
