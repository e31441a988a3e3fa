import assert from 'node:assert/strict'
import { test } from 'node:test'
import { contract } from '../../test/contract.ts'
import { sampleOfficer } from '../../test/sample-officer.ts'
import { newIdentity, recipientOf } from '../sealing/identity.ts'
import { open, seal } from '../sealing/seal.ts'
import { enrolOfficer, findInvited } from './enrol-officer.ts'
import type { Enrolment } from './enrolment.ts'
import { newFirstInvitation, newInvitation } from './invitation.ts'
import { officersStores } from './officers-store.ts'
import { newSecret, type Secret } from './secret.ts'

const now = new Date('2026-05-01T09:00:00.000Z')

contract('Enrolling', (database) => {
  const stores = () => officersStores(database())

  async function browser(name: string | undefined, withDeskKey: boolean) {
    const { identity, lock, proof } = await sampleOfficer(name ?? 'somebody')
    const recipient = await recipientOf(identity)
    const key = await newIdentity()
    const deskKey = { recipient: await recipientOf(key), sealed: await seal(key, [recipient]) }
    const enrolment: Enrolment = {
      name,
      recipient,
      sealedIdentity: lock.sealedIdentity,
      stretch: lock.stretch,
      proof,
      deskKey: withDeskKey ? deskKey : undefined,
    }
    return { identity, key, enrolment }
  }

  async function firstLink(desk: string): Promise<Secret> {
    const { secret, invitation } = newFirstInvitation(desk, now)
    await stores().invitations.add(invitation)
    return secret
  }

  const enrol = (desk: string, secret: Secret, enrolment: Enrolment) =>
    enrolOfficer(stores(), { desk, secret }, enrolment, now)

  test('the first administrator brings a name and makes the desk’s key, and can open it', async () => {
    const secret = await firstLink('one')
    const invited = await findInvited(stores(), 'one', secret, now)
    assert.equal(invited?.makesDeskKey, true)
    const { identity, key, enrolment } = await browser('Ana', true)
    const result = await enrol('one', secret, enrolment)
    assert.ok(result.outcome === 'enrolled')
    assert.equal(result.officer.role, 'administrator')
    const grant = await stores().deskKeys.findGrant('one', result.officer.id, 1)
    assert.deepEqual(await open(grant?.sealed ?? '', identity), { outcome: 'opened', text: key })
  })

  test('two first administrators at once make one key, and the other’s link stays good', async () => {
    const secrets = [await firstLink('two'), await firstLink('two')]
    const browsers = [await browser('Ana', true), await browser('Bo', true)]
    const results = await Promise.all(
      secrets.map((secret, index) => {
        const { enrolment } = browsers[index] ?? assert.fail()
        return enrol('two', secret, enrolment)
      }),
    )
    const outcomes = results.map(({ outcome }) => outcome)
    assert.deepEqual(outcomes.toSorted(), ['desk-key-exists', 'enrolled'])
    const other = outcomes.indexOf('desk-key-exists')
    const invited = await findInvited(stores(), 'two', secrets[other] ?? newSecret(), now)
    assert.equal(invited?.makesDeskKey, false)
    const { enrolment } = browsers[other] ?? assert.fail()
    const again = await enrol('two', invited.invitation && (secrets[other] ?? newSecret()), {
      ...enrolment,
      deskKey: undefined,
    })
    assert.equal(again.outcome, 'enrolled')
    assert.equal((await stores().deskKeys.holders('two', 1)).size, 1)
  })

  test('an invited officer gets the name and role of the invitation, and never makes a key', async () => {
    const { secret, invitation } = newInvitation(
      { desk: 'three', name: 'Cy', role: 'officer' },
      now,
    )
    await stores().invitations.add(invitation)
    const { enrolment } = await browser('Somebody else', true)
    assert.deepEqual(await enrol('three', secret, enrolment), { outcome: 'desk-key-exists' })
    const result = await enrol('three', secret, { ...enrolment, deskKey: undefined })
    assert.ok(result.outcome === 'enrolled')
    assert.equal(result.officer.name, 'Cy')
    assert.equal(result.officer.role, 'officer')
    assert.equal(await stores().deskKeys.find('three'), undefined)
  })

  test('once an administrator came by invitation, the link that a start printed is good for nobody', async () => {
    const printed = await firstLink('nine')
    const boss = { desk: 'nine', name: 'Bea', role: 'administrator' } as const
    const { secret, invitation } = newInvitation(boss, now)
    await stores().invitations.add(invitation)
    const bea = await browser(undefined, true)
    assert.equal((await enrol('nine', secret, bea.enrolment)).outcome, 'enrolled')
    const { enrolment } = await browser('Mallory', false)
    assert.deepEqual(await enrol('nine', printed, enrolment), { outcome: 'invitation-gone' })
  })

  test('a link that was used, made up, or is another desk’s enrols nobody', async () => {
    const secret = await firstLink('four')
    const { enrolment } = await browser('Di', true)
    const gone = { outcome: 'invitation-gone' }
    assert.deepEqual(await enrol('five', secret, enrolment), gone)
    assert.deepEqual(await enrol('four', newSecret(), enrolment), gone)
    assert.equal((await enrol('four', secret, enrolment)).outcome, 'enrolled')
    assert.deepEqual(await enrol('four', secret, enrolment), gone)
  })

  test('what is refused leaves nothing behind', async () => {
    const secret = await firstLink('six')
    const { enrolment } = await browser('Ed', true)
    const nameless = { ...enrolment, name: undefined }
    assert.deepEqual(await enrol('six', secret, nameless), { outcome: 'name-missing' })
    const keyless = { ...enrolment, deskKey: undefined }
    assert.deepEqual(await enrol('six', secret, keyless), { outcome: 'desk-key-missing' })
    const taken = await sampleOfficer('Ed', 'officer', 'six')
    await stores().officers.add(taken.officer, taken.lock)
    assert.deepEqual(await enrol('six', secret, enrolment), { outcome: 'name-taken' })
    assert.equal(await stores().deskKeys.find('six'), undefined)
    assert.equal((await enrol('six', secret, { ...enrolment, name: 'Edna' })).outcome, 'enrolled')
  })
})
