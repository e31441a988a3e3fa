import { type Identity, newIdentity, recipientOf } from '../sealing/identity.ts'
import { pad } from '../sealing/pad.ts'
import { mailboxIdentity, type Receipt } from '../sealing/receipt.ts'
import { seal } from '../sealing/seal.ts'
import type { DeskKey } from './desk-key.ts'
import type { Report } from './report.ts'
import type { Seals } from './stored-report.ts'

/**
 * Seals a report to an identity that it alone has, and that identity to the desk and to the
 * receipt: access is given or taken by sealing the envelope anew, never the report. Runs in the
 * browser too.
 *
 * @param identity what is made anew for every report; whoever seals files to it too brings it
 */
export async function sealReport(
  report: Report,
  deskKey: DeskKey,
  receipt: Receipt,
  identity?: Identity,
): Promise<Seals> {
  const own = identity ?? (await newIdentity())
  const receiptRecipient = await recipientOf(mailboxIdentity(receipt))
  return {
    epoch: deskKey.epoch,
    envelope: await seal(own, [deskKey.recipient, receiptRecipient]),
    body: await seal(pad(JSON.stringify(report, null, 2)), [await recipientOf(own)]),
    receiptRecipient,
  }
}

/** How a report is sealed: here, or on a thread of its own. */
export type SealReport = (report: Report, deskKey: DeskKey, receipt: Receipt) => Promise<Seals>
