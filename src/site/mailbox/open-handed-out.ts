/** Opens what the server handed out. Only ever in the reporter's browser. */
import { consentNow, type OpenedMessage, openMessages } from '../../mailbox/sealed-message.ts'
import type { Consent } from '../../reports/consent.ts'
import { readReport } from '../../reports/read-report.ts'
import { type Identity, parseIdentity } from '../../sealing/identity.ts'
import { mailboxIdentity, type Receipt } from '../../sealing/receipt.ts'
import { open } from '../../sealing/seal.ts'
import type { HandedOut } from './handed-out.ts'

export interface OpenMailbox {
  readonly reference: string
  /** `2026-11-22T11:00:00Z` */
  readonly receivedHour: string
  /** Today, as the server knows it. */
  readonly day: string
  /** Opens everything of the report, and what is added to it is sealed to it. */
  readonly identity: Identity
  readonly messages: readonly OpenedMessage[]
  /** The newest level that the reporter chose; `undefined` where even the report cannot be read. */
  readonly consent: Consent | undefined
}

/** `wrong-key`: the envelope is whole, and sealed to another receipt. */
export type OpenedHandedOut =
  | { readonly outcome: 'opened'; readonly mailbox: OpenMailbox }
  | { readonly outcome: 'damaged' | 'wrong-key' }

/** @param rest is awaited before each seal, so that keys go on being heard: leaving must never wait */
export async function openHandedOut(
  receipt: Receipt,
  { envelope, body, messages: sealed, ...outside }: HandedOut,
  rest: (number: number) => Promise<void>,
): Promise<OpenedHandedOut> {
  const opened = await open(envelope, mailboxIdentity(receipt))
  if (opened.outcome === 'missing-key') return { outcome: 'wrong-key' }
  if (opened.outcome !== 'opened') return opened
  const identity = identityIn(opened.text)
  if (identity === undefined) return { outcome: 'damaged' }
  const messages: OpenedMessage[] = []
  for (const one of sealed) {
    await rest(messages.length + 1)
    messages.push(...(await openMessages([one], identity)))
  }
  await rest(messages.length)
  const consent = consentNow(await consentIn(body, identity), messages)
  return { outcome: 'opened', mailbox: { ...outside, identity, messages, consent } }
}

async function consentIn(body: HandedOut['body'], identity: Identity) {
  const report = await open(body, identity)
  return report.outcome === 'opened' ? readReport(report.text)?.consent : undefined
}

function identityIn(text: string): Identity | undefined {
  try {
    return parseIdentity(text)
  } catch {
    return undefined
  }
}
