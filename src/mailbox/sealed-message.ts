/** Messages as they lie under the seal of their report. Runs in browsers too. */
import type { Consent } from '../reports/consent.ts'
import { type Identity, recipientOf } from '../sealing/identity.ts'
import { open, type Sealed, seal } from '../sealing/seal.ts'
import { type Message, readMessage, type Writer, writeMessage } from './message.ts'

/** What is known of a message without opening it. */
export interface SealedMessage {
  /** 1, 2, 3… within its report. */
  readonly place: number
  /** Who put it there, as the server knows it. */
  readonly from: Writer
  readonly at: string
  readonly sealed: Sealed
}

/** `unreadable`: damaged, not for this report, or not from whom it says that it is. */
export type OpenedMessage<Kept extends SealedMessage = SealedMessage> =
  | { readonly outcome: 'opened'; readonly kept: Kept; readonly message: Message }
  | { readonly outcome: 'unreadable'; readonly kept: Kept }

/** Seals a message to its report: whoever can open the report can read it, and nobody else. */
export async function sealMessage(message: Message, identity: Identity): Promise<Sealed> {
  return seal(writeMessage(message), [await recipientOf(identity)])
}

/** So long may opening keep a page from hearing Escape, or a server from answering, in milliseconds. */
const stretch = 16

/** Opens messages with the identity of their report, in the order in which they came. */
export async function openMessages<Kept extends SealedMessage>(
  sealed: readonly Kept[],
  identity: Identity,
): Promise<readonly OpenedMessage<Kept>[]> {
  const opened: OpenedMessage<Kept>[] = []
  let end = performance.now() + stretch
  for (const kept of sealed) {
    opened.push(await openMessage(kept, identity))
    if (performance.now() < end) continue
    await new Promise((resolve) => setTimeout(resolve, 0))
    end = performance.now() + stretch
  }
  return opened
}

/** The level that counts: the newest that the reporter chose, and before any the one in the report. */
export function consentNow<First extends Consent | undefined>(
  first: First,
  messages: readonly OpenedMessage[],
): First | Consent {
  const written = [...writtenBy('reporter', messages)].reverse()
  return written.find(({ consent }) => consent !== undefined)?.consent ?? first
}

/** The day after which an officer last asked the reporter to look again, unless it is past. */
export function lookAgainOn(messages: readonly OpenedMessage[], today: string): string | undefined {
  const days = writtenBy('officer', messages).flatMap((message) => message.lookAgainOn ?? [])
  const day = days.at(-1)
  return day !== undefined && day >= today ? day : undefined
}

async function openMessage<Kept extends SealedMessage>(
  kept: Kept,
  identity: Identity,
): Promise<OpenedMessage<Kept>> {
  const opened = await open(kept.sealed, identity)
  const message = opened.outcome === 'opened' ? readMessage(opened.text) : undefined
  // Both sides can seal to the report: one must not speak as the other.
  return message === undefined || message.from !== kept.from
    ? { outcome: 'unreadable', kept }
    : { outcome: 'opened', kept, message }
}

function writtenBy(writer: Writer, messages: readonly OpenedMessage[]): readonly Message[] {
  return messages.flatMap((one) =>
    one.outcome === 'opened' && one.message.from === writer ? [one.message] : [],
  )
}
