/** An opened mailbox, in the memory of this page alone. Without it our server opens it for one request. */
import { type Message, reporterMessage } from '../../mailbox/message.ts'
import { type OpenedMessage, sealMessage } from '../../mailbox/sealed-message.ts'
import { mailboxName, type Receipt } from '../../sealing/receipt.ts'
import type { Sealed } from '../../sealing/seal.ts'
import { type Answer, ask } from '../ask-site.client.ts'
import type { HandedOut, HandedProof } from './handed-out.ts'
import type { ShownNotice } from './notice-view.ts'
import { type OpenMailbox, openAgain, openHandedOut, type Rest } from './open-handed-out.ts'

/** Why something did not work, each with words of its own. */
export type Trouble = 'draft' | 'full' | 'offline' | 'trouble' | 'unknown' | 'unsealed'

export type Opening =
  | { readonly outcome: 'opened'; readonly session: Session }
  | { readonly outcome: 'damaged' | 'wrong-key'; readonly reference: string }
  | { readonly outcome: Trouble }

export interface Session {
  /** What the server knows the mailbox by. */
  readonly name: string
  readonly mailbox: OpenMailbox
}

/** What was sealed and did not surely arrive: sent again, it goes out the very same. */
export interface Unsent {
  readonly id: string
  readonly message: Message
  readonly sealed: Sealed
}

export type Said = Pick<Message, 'text' | 'consent'>

export type AskedNotice =
  | { readonly deed: 'stop' }
  | { readonly deed: 'look' | 'keep'; readonly way: ShownNotice['way']; readonly address: string }

export type NoticeOutcome = 'done' | 'wrong-email' | 'wrong-text' | Trouble

export type MailboxLine = ReturnType<typeof mailboxLine>

/** @param address of the script’s routes: `/b/s/` */
export function mailboxLine(address: string, rest: Rest) {
  return {
    async open(receipt: Receipt): Promise<Opening> {
      const name = mailboxName(receipt)
      const answer = await askInTime(`${address}read`, { name })
      if (answer.status !== 200) return { outcome: troubleIn(answer) }
      const handedOut = answer.body as unknown as HandedOut
      const opened = await openHandedOut(receipt, handedOut, rest)
      if (opened.outcome !== 'opened') return opened
      return { outcome: 'opened', session: { name, mailbox: opened.mailbox } }
    },

    /** What has come since. */
    async look({ name, mailbox }: Session): Promise<Session | Trouble> {
      const answer = await askInTime(`${address}read`, { name })
      if (answer.status !== 200) return troubleIn(answer)
      const handedOut = answer.body as unknown as HandedOut
      return { name, mailbox: await openAgain(mailbox, handedOut, rest) }
    },

    async prove({ name }: Session): Promise<HandedProof | Trouble> {
      const answer = await askInTime(`${address}proof`, { name })
      return answer.status === 200 ? (answer.body as unknown as HandedProof) : troubleIn(answer)
    },

    /** The way that somebody wants to be told, to be seen first or to be kept; or that it ends. */
    async notice({ name }: Session, asked: AskedNotice): Promise<ShownNotice | NoticeOutcome> {
      const answer = await askInTime(`${address}notice`, { name, ...asked })
      const { status, body } = answer
      if (status === 200 && asked.deed === 'look') return body as unknown as ShownNotice
      if (status === 200 || status === 201) return 'done'
      const wrong = (['wrong-email', 'wrong-text'] as const).find((one) => one === body['problem'])
      return wrong ?? troubleIn(answer)
    },

    /** A report that is not there any more has been taken back. */
    async withdraw({ name }: Session): Promise<'withdrawn' | Trouble> {
      const answer = await askInTime(`${address}withdraw`, { name })
      const trouble = answer.status === 200 ? undefined : troubleIn(answer)
      return trouble === undefined || trouble === 'unknown' ? 'withdrawn' : trouble
    },

    async send(session: Session, unsent: Unsent): Promise<Session | Trouble> {
      const { id, sealed, message } = unsent
      const answer = await askInTime(`${address}message`, { name: session.name, id, sealed })
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

/** `undefined` where this browser cannot seal: then nothing is sent. */
export async function sealSaid({ mailbox }: Session, said: Said): Promise<Unsent | undefined> {
  try {
    const message = reporterMessage(said, new Date(`${mailbox.day}T00:00:00Z`))
    const sealed = await sealMessage(message, mailbox.identity)
    return { id: newId(), message, sealed }
  } catch {
    return undefined
  }
}

function withMessage(session: Session, added: OpenedMessage & { outcome: 'opened' }): Session {
  const { mailbox } = session
  const messages = [...mailbox.messages, added]
  const consent = added.message.consent ?? mailbox.consent
  return { ...session, mailbox: { ...mailbox, messages, consent } }
}

// Not `randomUUID`, which a page that came by plain http does not have.
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

// A line that is dead without saying so; what is sent again adds nothing.
const patience = 60_000

function askInTime(path: string, body: object): Promise<Answer> {
  const late = new Promise<Answer>((resolve) =>
    setTimeout(() => resolve({ status: 0, body: {} }), patience),
  )
  return Promise.race([ask(path, body), late])
}

function troubleIn({ status, body }: Answer): Trouble {
  if (status === 0) return 'offline'
  const { problem } = body
  return (['draft', 'full', 'unknown'] as const).find((one) => one === problem) ?? 'trouble'
}
