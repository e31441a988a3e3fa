import assert from 'node:assert/strict'
import { test } from 'node:test'
import { contract } from '../../test/contract.ts'
import { sampleOfficer } from '../../test/sample-officer.ts'
import { newBoxKey } from '../sealing/box.ts'
import { newIdentity, recipientOf } from '../sealing/identity.ts'
import { open, seal } from '../sealing/seal.ts'
import { newInvitation } from './invitation.ts'
import { firstAdministratorLink, inviteOfficer } from './invite-officer.ts'
import { signInNameOf } from './officer.ts'
import { officersStores } from './officers-store.ts'
import { hashOf, newSecret } from './secret.ts'
import { newSession } from './session.ts'

const now = new Date('2026-05-01T09:00:00.000Z')
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const days = (count: number) => later(count * 24 * 60)

contract('Invitations', (database) => {
  const stores = () => officersStores(database())

  test('a link is good once, for whoever comes first of ten', async () => {
    const { secret, invitation } = newInvitation(
      { desk: 'main', name: 'Ana', role: 'officer' },
      now,
    )
    await stores().invitations.add(invitation)
    const used = await Promise.all(
      Array.from({ length: 10 }, () => stores().invitations.use('main', hashOf(secret), now)),
    )
    assert.equal(used.filter(Boolean).length, 1)
    assert.equal(await stores().invitations.findLive('main', hashOf(secret), now), undefined)
  })

  test('a link ends after three days, is unknown at another desk, and is kept only as a hash', async () => {
    const { secret, invitation } = newInvitation({ desk: 'main', name: 'Bo', role: 'officer' }, now)
    await stores().invitations.add(invitation)
    const find = (desk: string, at: Date) => stores().invitations.findLive(desk, hashOf(secret), at)
    assert.deepEqual(await find('main', days(2.9)), invitation)
    assert.equal(await find('main', days(3)), undefined)
    assert.equal(await find('other', now), undefined)
    assert.equal(await stores().invitations.use('other', hashOf(secret), now), false)
    assert.equal(await stores().invitations.use('main', hashOf(secret), days(3)), false)
    const rows = await database().selectFrom('invitations').selectAll().execute()
    assert.doesNotMatch(JSON.stringify(rows), new RegExp(secret))
  })

  test('each start makes a new first link and ends the one before, for a week', async () => {
    const first = await firstAdministratorLink(stores(), 'new-desk', now)
    const second = await firstAdministratorLink(stores(), 'new-desk', now)
    assert.ok(first !== undefined && second !== undefined)
    const find = (secret: typeof first, at: Date) =>
      stores().invitations.findLive('new-desk', hashOf(secret), at)
    assert.equal(await find(first, now), undefined)
    assert.equal((await find(second, days(6.9)))?.role, 'administrator')
    assert.equal(await find(second, days(7)), undefined)
  })

  test('a desk with an administrator gets no first link, and no second officer of one name', async () => {
    const { officer, lock } = await sampleOfficer('Cleo', 'administrator', 'staffed')
    await stores().officers.add(officer, lock)
    assert.equal(await firstAdministratorLink(stores(), 'staffed', now), undefined)
    const invited = { desk: 'staffed', name: '  CLEO ', role: 'officer' } as const
    assert.deepEqual(await inviteOfficer(stores(), invited), { outcome: 'name-taken' })
    const auditor = { desk: 'staffed', name: 'Dee', role: 'auditor' } as const
    assert.deepEqual(await inviteOfficer(stores(), auditor), { outcome: 'role-wrong' })
    const nobody = { desk: 'staffed', name: ' ', role: 'officer' } as const
    assert.deepEqual(await inviteOfficer(stores(), nobody), { outcome: 'name-wrong' })
  })
})

contract('Officers', (database) => {
  const stores = () => officersStores(database())

  test('an officer is found by name at their own desk only, however they write it', async () => {
    const ana = await sampleOfficer('Ana María')
    assert.equal(await stores().officers.add(ana.officer, ana.lock), true)
    const find = (desk: string, name: string) =>
      stores().officers.findToSignIn(desk, signInNameOf(name))
    assert.deepEqual(await find('main', ' ana  MARÍA'), { officer: ana.officer, lock: ana.lock })
    assert.equal(await find('other', 'Ana María'), undefined)
    assert.equal(await stores().officers.find('other', ana.officer.id), undefined)
    assert.deepEqual(await stores().officers.find('main', ana.officer.id), ana.officer)
  })

  test('two officers of one desk cannot have the same name; two desks may', async () => {
    const [one, two, three] = [
      await sampleOfficer('Sam'),
      await sampleOfficer('sam'),
      await sampleOfficer('Sam', 'officer', 'other'),
    ]
    assert.equal(await stores().officers.add(one.officer, one.lock), true)
    assert.equal(await stores().officers.add(two.officer, two.lock), false)
    assert.equal(await stores().officers.add(three.officer, three.lock), true)
  })

  test('an officer who left is found no more, and what they did keeps their name', async () => {
    const { officer, lock } = await sampleOfficer('Gone')
    await stores().officers.add(officer, lock)
    await database()
      .updateTable('officers')
      .set({ left_at: now.toISOString() })
      .where('id', '=', officer.id)
      .execute()
    assert.equal(await stores().officers.find('main', officer.id), undefined)
    assert.equal((await stores().officers.names('main')).get(officer.id), 'Gone')
  })
})

contract('Sessions', (database) => {
  const stores = () => officersStores(database())

  async function sessionOf(name: string) {
    const { officer, lock } = await sampleOfficer(name)
    await stores().officers.add(officer, lock)
    const made = newSession(officer.id, newBoxKey(), now)
    await stores().sessions.add(made.session)
    return { ...made, officer }
  }

  test('a session ends after half an hour of silence, and after twelve hours in any case', async () => {
    const { secret, officer } = await sessionOf('Idle')
    const find = (at: Date) => stores().sessions.find('main', hashOf(secret), at)
    assert.deepEqual((await find(now))?.who, officer)
    assert.equal(await find(later(31)), undefined)
    for (let minutes = 20; minutes < 12 * 60; minutes += 20)
      assert.notEqual(await find(later(minutes)), undefined, `after ${minutes} minutes`)
    assert.equal(await find(later(12 * 60)), undefined)
  })

  test('a session is nothing at another desk, nor after sign-out', async () => {
    const { secret } = await sessionOf('Out')
    assert.equal(await stores().sessions.find('other', hashOf(secret), now), undefined)
    assert.equal(await stores().sessions.find('main', hashOf(newSecret()), now), undefined)
    await stores().sessions.remove(hashOf(secret))
    assert.equal(await stores().sessions.find('main', hashOf(secret), now), undefined)
  })

  test('what is over is swept out with its unlock key, and nothing else', async () => {
    const over = await sessionOf('Over')
    const live = await sessionOf('Live')
    await stores().sessions.find('main', hashOf(live.secret), later(20))
    await stores().sessions.removeDead(later(40))
    const rows = await database().selectFrom('officer_sessions').select('secret_hash').execute()
    const kept = rows.map((row) => row.secret_hash)
    assert.ok(kept.includes(hashOf(live.secret)))
    assert.ok(!kept.includes(hashOf(over.secret)))
  })

  test('an officer who leaves is out at once', async () => {
    const { secret, officer } = await sessionOf('Leaver')
    await database()
      .updateTable('officers')
      .set({ left_at: now.toISOString() })
      .where('id', '=', officer.id)
      .execute()
    assert.equal(await stores().sessions.find('main', hashOf(secret), now), undefined)
  })
})

contract('Desk keys', (database) => {
  const stores = () => officersStores(database())

  test('of two who make a desk’s first key at once, one has made it', async () => {
    const makers = [await sampleOfficer('One', 'administrator'), await sampleOfficer('Two')]
    for (const { officer, lock } of makers) await stores().officers.add(officer, lock)
    const made = await Promise.all(
      makers.map(async ({ officer }) => {
        const key = await newIdentity()
        const recipient = await recipientOf(key)
        const sealed = await seal(key, [officer.recipient])
        return stores().deskKeys.addFirst(officer, { recipient, sealed }, now)
      }),
    )
    assert.equal(made.filter(Boolean).length, 1)
    assert.equal((await stores().deskKeys.holders('main', 1)).size, 1)
  })

  test('who is given the key can open it, and a grant is never written over', async () => {
    const [maker, other] = [
      await sampleOfficer('Maker', 'administrator', 'north'),
      await sampleOfficer('Other', 'officer', 'north'),
    ]
    for (const { officer, lock } of [maker, other]) await stores().officers.add(officer, lock)
    const key = await newIdentity()
    const recipient = await recipientOf(key)
    const sealedToMaker = await seal(key, [maker.officer.recipient])
    await stores().deskKeys.addFirst(maker.officer, { recipient, sealed: sealedToMaker }, now)
    assert.deepEqual(await stores().deskKeys.find('north'), { desk: 'north', epoch: 1, recipient })
    const given = { officer: other.officer, by: maker.officer, epoch: 1, now }
    const sealed = await seal(key, [other.officer.recipient])
    assert.equal(await stores().deskKeys.grant({ ...given, sealed }), true)
    assert.equal(await stores().deskKeys.grant({ ...given, sealed: sealedToMaker }), false)
    const grant = await stores().deskKeys.findGrant('north', other.officer.id, 1)
    assert.deepEqual(grant, { epoch: 1, recipient, sealed })
    assert.deepEqual(await open(sealed, other.identity), { outcome: 'opened', text: key })
    assert.deepEqual(await stores().deskKeys.listGrants('main', other.officer.id), [])
  })
})
