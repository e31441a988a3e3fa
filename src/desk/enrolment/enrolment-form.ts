import * as v from 'valibot'
import type { Enrolment } from '../../officers/enrolment.ts'
import { longestName, parseName } from '../../officers/officer.ts'
import type { Secret } from '../../officers/secret.ts'
import { standardStretch } from '../../sealing/passphrase.ts'
import { key32, readBody, recipient, sealed } from '../json-body.ts'

const secret = v.pipe(
  key32,
  v.transform((text) => text as Secret),
)
const link = v.strictObject({ secret })
const enrolment = v.strictObject({
  secret,
  name: v.optional(v.pipe(v.string(), v.maxLength(longestName * 4))),
  recipient,
  sealedIdentity: sealed,
  // Exactly the standard: another one would tell names that somebody has from names that nobody has.
  stretch: v.strictObject({
    salt: v.pipe(v.string(), v.regex(/^[\w-]{22}$/)),
    memory: v.literal(standardStretch.memory),
    passes: v.literal(standardStretch.passes),
  }),
  proof: key32,
  deskKey: v.optional(v.strictObject({ recipient, sealed })),
})

/** @throws Fault 400 */
export function readLinkForm(body: unknown): { readonly secret: Secret } {
  return readBody(body, link)
}

/** @throws Fault 400 */
export function readEnrolmentForm(body: unknown): {
  readonly secret: Secret
  readonly enrolment: Enrolment
} {
  const { secret, name = '', deskKey, ...same } = readBody(body, enrolment)
  return { secret, enrolment: { ...same, deskKey, name: parseName(name) } }
}
