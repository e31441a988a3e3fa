/** An opened mailbox, in the memory of this page alone. Without it our server opens it for one request. */
import { type Message, reporterMessage } from '../../mailbox/message.ts'
import { type OpenedMessage, sealMessage } from '../../mailbox/sealed-message.ts'
import { mailboxName, type Receipt } from '../../sealing/receipt.ts'
import type { Sealed } from '../../sealing/seal.ts'
import type { HandedOut } from './handed-out.ts'
import { type OpenMailbox, openHandedOut } from './open-handed-out.ts'
import { type Answer, postJson } from './post-json.client.ts'

/** Why something did not work, each with words of its own. */
export type Trouble =
  | 'damaged'
  | 'full'
  | 'offline'
  | 'trouble'
  | 'unknown'
  | 'unsealed'
  | 'wrong-key'

export type Opening =
  | { readonly outcome: 'opened'; readonly session: Session }
  | { readonly outcome: Trouble }

export interface Session {
  /** What the server knows the mailbox by. */
  readonly name: string
  readonly mailbox: OpenMailbox
}

/** What was said last and did not surely arrive: sent again, it goes out the very same. */
export interface Unsent {
  readonly text: string
  readonly id: string
  readonly message: Message
  readonly sealed: Sealed
}

type Said = Pick<Message, 'text' | 'consent'>

/** @param address of the script’s routes: `/b/s/` */
export function mailboxLine(address: string, rest: (number: number) => Promise<void>) {
  return {
    async open(receipt: Receipt): Promise<Opening> {
      const name = mailboxName(receipt)
      const answer = await postJson(`${address}read`, { name })
      if (answer.status !== 200) return { outcome: troubleIn(answer) }
      const handedOut = answer.body as unknown as HandedOut
      const opened = await openHandedOut(receipt, handedOut, rest)
      if (opened.outcome !== 'opened') return opened
      return { outcome: 'opened', session: { name, mailbox: opened.mailbox } }
    },

    /** @throws never: what cannot be sealed is not sent */
    async seal({ mailbox }: Session, said: Said): Promise<Unsent | undefined> {
      try {
        const message = reporterMessage(said, new Date(`${mailbox.day}T00:00:00Z`))
        const sealed = await sealMessage(message, mailbox.identity)
        return { text: JSON.stringify(said), id: newId(), message, sealed }
      } catch {
        return undefined
      }
    },

    async send(session: Session, unsent: Unsent): Promise<Session | Trouble> {
      const { id, sealed, message } = unsent
      const answer = await postJson(`${address}message`, { name: session.name, id, sealed })
      if (answer.status !== 201) return troubleIn(answer)
      const { at } = message
      const place = Number(answer.body['place'])
      return withMessage(session, {
        outcome: 'opened',
        kept: { place, from: 'reporter', at, sealed },
        message,
      })
    },
  }
}

function withMessage(session: Session, added: OpenedMessage & { outcome: 'opened' }): Session {
  const { mailbox } = session
  const messages = [...mailbox.messages, added]
  const consent = added.message.consent ?? mailbox.consent
  return { ...session, mailbox: { ...mailbox, messages, consent } }
}

// Not `randomUUID`, which a page that came by plain http does not have.
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function troubleIn({ status, body }: Answer): Trouble {
  if (status === 0) return 'offline'
  const { problem } = body
  return problem === 'unknown' || problem === 'full' ? problem : 'trouble'
}
