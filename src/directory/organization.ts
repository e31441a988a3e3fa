/** Who offers help, in the field names of HSDS 3.0 and Open Referral UK. */
import * as v from 'valibot'
import { type Service, webAddress } from './service.ts'

const text = v.pipe(v.string('must be text'), v.nonEmpty('must say something'))

export const organizationSchema = v.strictObject({
  id: v.pipe(v.string(), v.uuid('must be a UUID')),
  name: text,
  alternate_name: v.optional(text),
  description: text,
  website: webAddress,
})

/** One without services is there to read about, not to turn to: a source of more information. */
export type Organization = Readonly<v.InferOutput<typeof organizationSchema>> &
  Readonly<{ services: readonly Service[] }>
