import * as v from 'valibot'
import { signInNameOf } from '../../officers/officer.ts'
import { parseBoxKey } from '../../sealing/box.ts'
import { Fault } from '../../web/fault.ts'
import { key32, readBody } from '../json-body.ts'
import type { Left } from './sign-in-page.ts'

const name = v.pipe(v.string(), v.maxLength(200), v.transform(signInNameOf))
const stretch = v.strictObject({ name })
const session = v.strictObject({ name, proof: key32, unlockKey: key32 })

/** @throws Fault 400 */
export function readStretchForm(body: unknown) {
  return readBody(body, stretch)
}

/** @throws Fault 400 */
export function readSessionForm(body: unknown) {
  const form = readBody(body, session)
  const unlockKey = parseBoxKey(form.unlockKey)
  if (unlockKey === undefined) throw new Fault(400, 'not a key')
  return { ...form, unlockKey }
}

/** How the session before came to its end, as a link of ours names it. */
export function leftFor(left: unknown): Left {
  if (left === 'yes') return 'signed-out'
  return left === 'ended' ? 'ended' : undefined
}

/** Where to go after signing in: a page of the desk that a link of ours named, else the queue. */
export function backAddress(back: unknown): string {
  return typeof back === 'string' && /^\/reports\/[0-9a-f-]{36}$/.test(back) ? back : '/'
}
