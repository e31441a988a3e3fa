/** What the script of the mailbox posts. */
import * as v from 'valibot'
import { sealedMessageLimit } from '../../mailbox/message.ts'
import { bucketOf } from '../../sealing/pad.ts'
import type { Sealed } from '../../sealing/seal.ts'
import { sealedShapeOf } from '../../sealing/sealed-shape.ts'

/** Derived from the receipt in the browser; of it the server knows only a keyed hash. */
const name = v.pipe(v.string(), v.regex(/^[\w-]{43}$/))

/** Made in the browser, so that sending the same again adds nothing. */
const id = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/))

const sealed = v.pipe(
  v.string(),
  v.maxLength(sealedMessageLimit),
  v.check(isMessage),
  v.transform((text) => text as Sealed),
)

export const nameBody = v.strictObject({ name })

export const messageBody = v.strictObject({ name, id, sealed })

/** What is in it nobody here can know; that it is sealed to one key and padded shows from outside. */
function isMessage(text: string): boolean {
  const shape = sealedShapeOf(text)
  return shape !== undefined && shape.recipients === 1 && shape.size === bucketOf(shape.size)
}
