/** Opens what the server handed out. Only ever in the reporter's browser. */
import { openFileNote } from '../../files/open-file.ts'
import { consentNow, type OpenedMessage, openMessages } from '../../mailbox/sealed-message.ts'
import type { Consent } from '../../reports/consent.ts'
import { readReport } from '../../reports/read-report.ts'
import { type Identity, parseIdentity } from '../../sealing/identity.ts'
import { mailboxIdentity, type Receipt } from '../../sealing/receipt.ts'
import { open } from '../../sealing/seal.ts'
import type { ShownFile } from '../files/file-list.ts'
import type { HandedFile, HandedOut, OfferedNotice } from './handed-out.ts'

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
  readonly files: readonly ShownFile[]
  readonly notice: OfferedNotice
}

/** `wrong-key`: the envelope is whole, and sealed to another receipt. */
export type OpenedHandedOut =
  | { readonly outcome: 'opened'; readonly mailbox: OpenMailbox }
  | { readonly outcome: 'damaged' | 'wrong-key'; readonly reference: string }

/** Awaited before each of `count` seals, so that keys go on being heard: leaving must never wait. */
export type Rest = (number: number, count: number) => Promise<void>

export async function openHandedOut(
  receipt: Receipt,
  { envelope, body, messages: sealed, files: handed, ...outside }: HandedOut,
  rest: Rest,
): Promise<OpenedHandedOut> {
  const { reference } = outside
  const opened = await open(envelope, mailboxIdentity(receipt))
  if (opened.outcome === 'missing-key') return { outcome: 'wrong-key', reference }
  if (opened.outcome !== 'opened') return { ...opened, reference }
  const identity = identityIn(opened.text)
  if (identity === undefined) return { outcome: 'damaged', reference }
  const messages: OpenedMessage[] = []
  for (const one of sealed) {
    await rest(messages.length + 1, sealed.length)
    messages.push(...(await openMessages([one], identity)))
  }
  await rest(messages.length, sealed.length)
  const consent = consentNow(await consentIn(body, identity), messages)
  const files = await openFiles(handed, identity, rest)
  return { outcome: 'opened', mailbox: { ...outside, identity, messages, consent, files } }
}

/** The same mailbox a while later: only what is new has to be opened. */
export async function openAgain(
  before: OpenMailbox,
  { body: _, envelope: __, messages: sealed, files: handed, ...outside }: HandedOut,
  rest: Rest,
): Promise<OpenMailbox> {
  const known = new Map(before.messages.map((one) => [one.kept.sealed, one]))
  const messages: OpenedMessage[] = []
  for (const one of sealed) {
    const opened = known.get(one.sealed)
    if (opened === undefined) await rest(messages.length + 1, sealed.length)
    messages.push(...(opened ? [opened] : await openMessages([one], before.identity)))
  }
  const added = handed.filter(({ id }) => before.files.every(({ file }) => file.id !== id))
  const files = [...before.files, ...(await openFiles(added, before.identity, rest))]
  const consent = consentNow(before.consent, messages)
  return { ...before, ...outside, messages, consent, files }
}

async function openFiles(
  handed: readonly HandedFile[],
  identity: Identity,
  rest: Rest,
): Promise<readonly ShownFile[]> {
  const files: ShownFile[] = []
  for (const file of handed) {
    await rest(0, 0)
    files.push({ file, note: await openFileNote(file, identity) })
  }
  return files
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
