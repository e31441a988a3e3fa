import assert from 'node:assert/strict'
import { test } from 'node:test'
import { roles } from './officer.ts'
import { acts, invitableRoles, may } from './policy.ts'

const allowed = {
  officer:
    'read-queue open-report assign-report close-report reopen-report write-message read-feedback read-figures read-team',
  supervisor: '',
  administrator:
    'read-queue open-report assign-report close-report reopen-report write-message read-feedback read-figures read-team invite-officer grant-desk-key',
  auditor: '',
}

for (const role of roles)
  for (const act of acts) {
    const expected = allowed[role].split(' ').includes(act)
    test(`an officer who is ${role} may ${expected ? '' : 'not '}${act}`, () => {
      assert.equal(may(role, act), expected)
    })
  }

test('nobody is invited to a role without work', () => {
  for (const role of roles)
    assert.equal(
      invitableRoles.includes(role),
      acts.some((act) => may(role, act)),
    )
})
