import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseIdentity, recipientOf } from '../../sealing/identity.ts'
import { passphraseKeys } from '../../sealing/passphrase.ts'
import { open } from '../../sealing/seal.ts'
import { readEnrolmentForm } from './enrolment-form.ts'
import { makeEnrolment } from './make-enrolment.ts'

const nothing = () => Promise.resolve()

test('what a browser sends at enrolment opens with the passphrase alone, and shows no secret', async () => {
  const steps: string[] = []
  const made = await makeEnrolment('acorn apple arch', true, async (step) => {
    steps.push(step)
  })
  assert.deepEqual(steps, ['key', 'passphrase', 'desk-key'])
  assert.doesNotMatch(JSON.stringify(made), /AGE-SECRET-KEY|acorn/)
  const keys = await passphraseKeys('acorn apple arch', made.stretch)
  assert.equal(keys.proof, made.proof)
  const opened = await open(made.sealedIdentity, keys.identity)
  assert.ok(opened.outcome === 'opened')
  const identity = parseIdentity(opened.text)
  assert.equal(await recipientOf(identity), made.recipient)
  assert.ok('deskKey' in made)
  const deskKey = await open(made.deskKey.sealed, identity)
  assert.ok(deskKey.outcome === 'opened')
  assert.equal(await recipientOf(parseIdentity(deskKey.text)), made.deskKey.recipient)
})

test('the door takes what the browser makes, and nothing that is weaker or else', async () => {
  const secret = 'A'.repeat(43)
  const made = await makeEnrolment('acorn apple arch', false, nothing)
  const sent = { secret, name: ' Ana  Maria ', ...made }
  assert.equal(readEnrolmentForm(sent).enrolment.name, 'Ana Maria')
  const refused = [
    { ...sent, stretch: { ...made.stretch, memory: 8 } },
    { ...sent, stretch: { ...made.stretch, salt: 'short' } },
    { ...sent, recipient: 'age1sample' },
    { ...sent, sealedIdentity: 'AGE-SECRET-KEY-PQ-1' },
    { ...sent, proof: '' },
    { ...sent, role: 'administrator' },
  ]
  for (const wrong of refused) assert.throws(() => readEnrolmentForm(wrong), { status: 400 })
})
