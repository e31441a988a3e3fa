import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { contract } from '../../test/contract.ts'
import { sampleOfficer } from '../../test/sample-officer.ts'
import { newBoxKey } from '../sealing/box.ts'
import { standardStretch } from '../sealing/passphrase.ts'
import { signInNameOf } from './officer.ts'
import { officersStores } from './officers-store.ts'
import { hashOf } from './secret.ts'
import { type SignedIn, signIn, stretchFor } from './sign-in.ts'
import { waitBefore } from './sign-in-pace.ts'

const secretKey = randomBytes(32)
const start = new Date('2026-05-01T09:00:00.000Z').getTime()
const at = (seconds: number) => new Date(start + seconds * 1000)

test('three slips cost nothing, then the wait doubles, up to a quarter of an hour', () => {
  const waits = Array.from({ length: 20 }, (_, count) =>
    waitBefore({ count, lastAt: at(0).toISOString() }, at(0)),
  )
  assert.deepEqual(waits.slice(0, 7), [0, 0, 0, 1000, 2000, 4000, 8000])
  assert.equal(Math.max(...waits), 15 * 60_000)
  assert.equal(waitBefore({ count: 19, lastAt: at(0).toISOString() }, at(15 * 60)), 0)
})

contract('Signing in', (database) => {
  const deps = () => ({ ...officersStores(database()), secretKey })

  async function enrolled(name: string) {
    const sample = await sampleOfficer(name)
    await deps().officers.add(sample.officer, sample.lock)
    return sample
  }

  function attempt(name: string, proof: string, more: { at?: number; familiar?: string } = {}) {
    return signIn(
      deps(),
      {
        desk: 'main',
        name: signInNameOf(name),
        proof,
        unlockKey: newBoxKey(),
        familiar: more.familiar,
      },
      at(more.at ?? 0),
    )
  }

  async function guess(name: string, times: number): Promise<SignedIn[]> {
    const outcomes = []
    for (let count = 0; count < times; count++) outcomes.push(await attempt(name, `guess ${count}`))
    return outcomes
  }

  test('the right proof opens a session that keeps the browser’s unlock key', async () => {
    const { officer, proof } = await enrolled('Ana')
    const result = await attempt(' ANA ', proof)
    assert.ok(result.outcome === 'signed-in')
    assert.deepEqual(result.officer, officer)
    const session = await deps().sessions.find('main', hashOf(result.secret), at(0))
    assert.equal(session?.unlockKey.length, 43)
  })

  test('a wrong passphrase and a name that nobody has look the same, to the last outcome', async () => {
    await enrolled('Bo')
    const [known, unknown] = [await guess('Bo', 6), await guess('Nobody', 6)]
    assert.deepEqual(known, unknown)
    assert.deepEqual(
      known.map(({ outcome }) => outcome),
      ['refused', 'refused', 'refused', 'too-soon', 'too-soon', 'too-soon'],
    )
  })

  test('waiting helps, and the right passphrase ends the slowness', async () => {
    const { proof } = await enrolled('Cy')
    await guess('Cy', 3)
    assert.deepEqual(await attempt('Cy', proof), { outcome: 'too-soon', waitSeconds: 1 })
    assert.equal((await attempt('Cy', proof, { at: 1 })).outcome, 'signed-in')
    assert.equal((await attempt('Cy', 'slip', { at: 2 })).outcome, 'refused')
  })

  test('a hundred guesses at once are not a hundred guesses', async () => {
    await enrolled('Di')
    const outcomes = await Promise.all(
      Array.from({ length: 100 }, (_, count) => attempt('Di', `guess ${count}`)),
    )
    assert.ok(outcomes.filter(({ outcome }) => outcome === 'refused').length <= 3)
  })

  test('a stranger’s guessing does not slow the officer’s own browser, nor anybody else', async () => {
    const { proof } = await enrolled('Ed')
    const other = await enrolled('Flo')
    const before = await attempt('Ed', proof)
    assert.ok(before.outcome === 'signed-in')
    await guess('Ed', 10)
    assert.equal((await attempt('Ed', proof)).outcome, 'too-soon')
    assert.equal((await attempt('Ed', proof, { familiar: before.familiar })).outcome, 'signed-in')
    assert.equal((await attempt('Flo', other.proof)).outcome, 'signed-in')
    const forged = `${before.familiar.split('.')[0]}.AAAA`
    assert.equal((await attempt('Ed', proof, { familiar: forged })).outcome, 'too-soon')
    await guess('Flo', 4)
    const borrowed = await attempt('Flo', other.proof, { familiar: before.familiar })
    assert.equal(borrowed.outcome, 'too-soon')
  })

  test('what was typed into the name field is not kept, and what failed is forgotten in a day', async () => {
    await guess('my secret passphrase by mistake', 1)
    const rows = await database().selectFrom('sign_in_failures').selectAll().execute()
    assert.doesNotMatch(JSON.stringify(rows), /secret passphrase/)
    await deps().failures.removeForgotten(at(25 * 60 * 60))
    const left = await database().selectFrom('sign_in_failures').selectAll().execute()
    assert.deepEqual(left, [])
  })

  test('a name that nobody has gets a stretch like any other, always the same one', async () => {
    const { lock } = await enrolled('Gil')
    const ask = (name: string) => stretchFor(deps(), 'main', signInNameOf(name))
    assert.deepEqual(await ask('Gil'), lock.stretch)
    const fake = await ask('Unknown')
    assert.deepEqual(fake, { salt: fake.salt, ...standardStretch })
    assert.equal(fake.salt.length, lock.stretch.salt.length)
    assert.deepEqual(await ask('unknown '), fake)
    assert.notDeepEqual(await ask('Unknown too'), fake)
  })
})
