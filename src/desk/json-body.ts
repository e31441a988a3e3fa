import * as v from 'valibot'
import { sealedMessageLimit } from '../mailbox/message.ts'
import { parseRecipient, type Recipient } from '../sealing/identity.ts'
import type { Sealed } from '../sealing/seal.ts'
import { Fault } from '../web/fault.ts'

/**
 * What a script of ours posts, read into a type.
 *
 * @throws Fault 400 when it is anything else
 */
export function readBody<Schema extends v.GenericSchema>(
  body: unknown,
  schema: Schema,
): v.InferOutput<Schema> {
  const result = v.safeParse(schema, body)
  if (!result.success) throw new Fault(400, 'not what our script sends')
  return result.output
}

/** 32 bytes in base64url. */
export const key32 = v.pipe(v.string(), v.regex(/^[\w-]{43}$/))

export const recipient = v.pipe(
  v.string(),
  v.maxLength(2_500),
  v.check(isRecipient),
  v.transform((text) => text as Recipient),
)

/** An age file; what is in it nobody here can know. */
export const sealed = sealedUpTo(8_192)

/** The same, with room for what an officer writes. */
export const sealedMessage = sealedUpTo(sealedMessageLimit)

function sealedUpTo(longest: number) {
  return v.pipe(
    v.string(),
    v.maxLength(longest),
    v.regex(
      /^-----BEGIN AGE ENCRYPTED FILE-----\n[\w+/=\n]+\n-----END AGE ENCRYPTED FILE-----\n?$/,
    ),
    v.transform((text) => text as Sealed),
  )
}

function isRecipient(text: string): boolean {
  try {
    parseRecipient(text)
    return true
  } catch {
    return false
  }
}
