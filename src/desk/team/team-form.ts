import * as v from 'valibot'
import { parseRole, type Role } from '../../officers/officer.ts'
import { expectFields, type Form, field } from '../../web/form.ts'
import { readBody, sealed } from '../json-body.ts'

const grants = v.strictObject({
  officer: v.pipe(v.string(), v.uuid()),
  grants: v.pipe(
    v.array(v.strictObject({ epoch: v.pipe(v.number(), v.safeInteger(), v.minValue(1)), sealed })),
    v.minLength(1),
    v.maxLength(30),
  ),
})

/** @throws Fault 400 */
export function readGrantsForm(body: unknown) {
  return readBody(body, grants)
}

/** @throws Fault 400 when it has fields that our page never had */
export function readInvitationForm(body: unknown): { name: string; role: Role | undefined } {
  const form = expectFields(body as Form, ['name', 'role'])
  return { name: field(form, 'name'), role: parseRole(field(form, 'role')) }
}
