import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { openPeopledDesk, type PeopledDesk } from '../../../test/peopled-desk.ts'
import { sampleOfficer } from '../../../test/sample-officer.ts'
import { newIdentity, recipientOf } from '../../sealing/identity.ts'
import { seal } from '../../sealing/seal.ts'

describe('The team of a desk', () => {
  let desk: PeopledDesk
  let ana: PeopledDesk['ana']
  let ben: PeopledDesk['ben']
  let eve: PeopledDesk['eve']
  let ask: PeopledDesk['ask']

  before(async () => {
    desk = await openPeopledDesk()
    ;({ ana, ben, eve, ask } = desk)
  })
  after(() => desk.close())

  test('only who has a desk key gives it, only to a colleague, and never over another', async () => {
    const key = await newIdentity()
    const own = await seal(key, [ana.officer.recipient])
    const made = { recipient: await recipientOf(key), sealed: own }
    assert.equal(await desk.stores.deskKeys.addFirst(ana.officer, made, desk.clock.now), true)
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

  test('an officer’s name cannot become markup, even inside a script’s data', async () => {
    const name = '</script><b>Mallory</b>'
    const { lock, officer: mallory } = await sampleOfficer(name)
    await desk.stores.officers.add(mallory, lock)
    const { body } = await ask('GET', '/team', { as: ana })
    assert.ok(!/<b>Mallory/.test(body))
  })
})
