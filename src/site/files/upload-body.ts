/** What the script that brings files posts. */
import * as v from 'valibot'
import { largestSealedFile } from '../../files/limits.ts'
import { parseFileId } from '../../files/stored-file.ts'
import type { Sealed } from '../../sealing/seal.ts'

/** A note of a file, padded to 4 or 8 KiB and sealed. */
const largestNote = 24 * 1024

const note = v.pipe(
  v.string(),
  v.maxLength(largestNote),
  v.regex(/^-----BEGIN AGE ENCRYPTED FILE-----\n[\w+/=\n]+\n-----END AGE ENCRYPTED FILE-----\n?$/),
  v.transform((text) => text as Sealed),
)

const fileId = v.pipe(
  v.string(),
  v.transform(parseFileId),
  v.check((id) => id !== undefined),
)

const size = v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(largestSealedFile))

export const mailboxName = v.pipe(v.string(), v.regex(/^[\w-]{43}$/))

export const newFileBody = v.strictObject({
  name: mailboxName,
  note,
  /** Sealed, in bytes. */
  size,
  copyOf: v.optional(fileId),
})
