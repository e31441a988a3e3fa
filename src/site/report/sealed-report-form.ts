import * as v from 'valibot'
import { parseReference } from '../../reports/reference.ts'
import { parseRecipient, type Recipient } from '../../sealing/identity.ts'
import { bucketOf } from '../../sealing/pad.ts'
import type { Sealed } from '../../sealing/seal.ts'
import { sealedShapeOf } from '../../sealing/sealed-shape.ts'

/** The most that is sealed of one report, in bytes. All answers at their longest are far below it. */
const mostBytes = 1024 * 1024

/** Of the whole request, in bytes: armour makes it a good third longer. */
export const sealedReportLimit = 1536 * 1024

/** An identity, as the envelope holds it: 77 characters. */
const identityLength = 77

/** What a reporter’s browser sends: a report that it sealed itself. */
export const sealedReport = v.strictObject({
  reference: v.pipe(
    v.string(),
    v.maxLength(40),
    v.check((text) => parseReference(text) !== undefined),
  ),
  language: v.pipe(v.string(), v.maxLength(12)),
  priority: v.picklist([1, 2, 3, 4]),
  epoch: v.pipe(v.number(), v.integer(), v.minValue(1)),
  envelope: sealedIf(({ recipients, size }) => recipients === 2 && size === identityLength),
  body: sealedIf(
    ({ recipients, size }) => recipients === 1 && size === bucketOf(size) && size <= mostBytes,
  ),
  receiptRecipient: v.pipe(
    v.string(),
    v.maxLength(2_500),
    v.check(isRecipient),
    v.transform((text) => text as Recipient),
  ),
  mailbox: v.pipe(v.string(), v.regex(/^[\w-]{43}$/)),
  work: v.optional(
    v.strictObject({
      challenge: v.pipe(v.string(), v.maxLength(400)),
      nonce: v.pipe(v.string(), v.maxLength(400)),
    }),
  ),
})

function sealedIf(fits: (shape: { recipients: number; size: number }) => boolean) {
  return v.pipe(
    v.string(),
    v.maxLength(sealedReportLimit),
    v.check((text) => {
      const shape = sealedShapeOf(text)
      return shape !== undefined && fits(shape)
    }),
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
