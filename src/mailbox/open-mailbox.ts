/** Opens what a receipt leads to. Runs in the reporter's browser, or on the server in memory for one request. */
import type { Consent } from '../reports/consent.ts'
import { readReport } from '../reports/read-report.ts'
import { type Identity, parseIdentity } from '../sealing/identity.ts'
import { mailboxIdentity, type Receipt } from '../sealing/receipt.ts'
import { open, type Sealed } from '../sealing/seal.ts'
import {
  consentNow,
  type OpenedMessage,
  openMessages,
  type SealedMessage,
} from './sealed-message.ts'

/** What the server keeps of one report for its reporter. */
export interface SealedMailbox {
  readonly envelope: Sealed
  readonly body: Sealed
  readonly messages: readonly SealedMessage[]
}

export type OpenedMailbox =
  | {
      readonly outcome: 'opened'
      /** Opens everything of the report, and what is added to it is sealed to it. */
      readonly identity: Identity
      readonly messages: readonly OpenedMessage[]
      /** The newest level that the reporter chose; `undefined` where even the report cannot be read. */
      readonly consent: Consent | undefined
    }
  | { readonly outcome: 'damaged' }

export async function openMailbox(
  receipt: Receipt,
  { envelope, body, messages: sealed }: SealedMailbox,
): Promise<OpenedMailbox> {
  const identity = await openEnvelope(receipt, envelope)
  if (identity === undefined) return { outcome: 'damaged' }
  const messages = await openMessages(sealed, identity)
  const opened = await open(body, identity)
  const report = opened.outcome === 'opened' ? readReport(opened.text) : undefined
  const consent = consentNow(report?.consent, messages)
  return { outcome: 'opened', identity, messages, consent }
}

/** The identity of a report, or `undefined` where the envelope is damaged or not for this receipt. */
export async function openEnvelope(
  receipt: Receipt,
  envelope: Sealed,
): Promise<Identity | undefined> {
  const opened = await open(envelope, mailboxIdentity(receipt))
  if (opened.outcome !== 'opened') return undefined
  try {
    return parseIdentity(opened.text)
  } catch {
    return undefined
  }
}
