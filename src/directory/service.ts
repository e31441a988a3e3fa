/** What an organization offers, in the field names of HSDS 3.0 and Open Referral UK. */
import * as v from 'valibot'
import { isTelephone } from '../advice/telephone.ts'

const text = v.pipe(v.string('must be text'), v.nonEmpty('must say something'))
const id = v.pipe(v.string(), v.uuid('must be a UUID'))
const day = v.pipe(v.string(), v.isoDate('must be a day, such as 2026-11-22'))
const time = v.pipe(v.string(), v.isoTime('must be a time, such as 09:00'))

export const webAddress = v.pipe(
  v.string(),
  v.regex(/^https:\/\/\S+$/, 'must be an address that begins with https://'),
)

const phone = v.strictObject({
  id,
  number: v.pipe(
    v.string('must be a number in quotes'),
    v.check(isTelephone, 'must be a British number, such as 0800 808 3733'),
  ),
  type: v.optional(v.picklist(['voice', 'text', 'textphone'], 'must be voice, text or textphone')),
  description: v.optional(text),
})

const language = v.strictObject({
  id,
  name: v.optional(text),
  code: v.optional(text),
  note: v.optional(text),
})

const schedule = v.strictObject({
  id,
  description: v.optional(text),
  freq: v.optional(v.picklist(['WEEKLY', 'MONTHLY'], 'must be WEEKLY or MONTHLY')),
  byday: v.optional(text),
  opens_at: v.optional(time),
  closes_at: v.optional(time),
  valid_from: v.optional(day),
  valid_to: v.optional(day),
  schedule_link: v.optional(webAddress),
})

const serviceArea = v.strictObject({
  id,
  name: v.optional(text),
  description: v.optional(text),
})

const attribute = v.strictObject({
  id,
  link_type: v.optional(text),
  taxonomy_term: v.strictObject({
    id,
    code: v.pipe(
      v.string(),
      v.regex(/^[a-z-]+:[a-z-]+$/, 'must be a field and a value, such as role:self'),
    ),
    name: text,
  }),
})

export const serviceSchema = v.strictObject({
  id,
  organization_id: id,
  name: text,
  description: text,
  status: v.picklist(
    ['active', 'inactive', 'defunct', 'temporarily closed'],
    'must be active, inactive, defunct or temporarily closed',
  ),
  url: v.optional(webAddress),
  eligibility_description: v.optional(text),
  minimum_age: v.optional(v.number('must be years')),
  maximum_age: v.optional(v.number('must be years')),
  interpretation_services: v.optional(text),
  fees_description: v.optional(text),
  application_process: v.optional(text),
  alert: v.optional(text),
  /** When a person last rang the number or opened the page. Absent until someone has. */
  assured_date: v.optional(day),
  last_modified: v.optional(day),
  phones: v.optional(v.array(phone), []),
  languages: v.optional(v.array(language), []),
  schedules: v.optional(v.array(schedule), []),
  service_areas: v.optional(v.array(serviceArea), []),
  /** Whom it is for, as what they would answer when they tell us. Without any: for everyone. */
  attributes: v.optional(v.array(attribute), []),
})

export type Phone = Readonly<v.InferOutput<typeof phone>>
export type Service = Readonly<v.InferOutput<typeof serviceSchema>>

/** Whether a person can be sent there today. */
export function isActive(service: Service): boolean {
  return service.status === 'active'
}
