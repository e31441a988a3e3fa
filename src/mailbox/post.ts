/** Sends letters through the operator's mail server. */
import { createTransport } from 'nodemailer'
import type { Notice } from './notice.ts'

export interface PostSettings {
  /** `smtps://name:password@host`, or `smtp://…`, which changes to TLS before anything is said. */
  readonly smtpUrl: string
  /** The address that letters are from. */
  readonly from: string
  /** Where a text goes: `{number}@gateway.example`. */
  readonly textGateway: string | undefined
}

/** `later`: the server did not take it now. `refused`: it never will. */
export type Delivery = 'sent' | 'later' | 'refused'

export interface Post {
  send(notice: Notice): Promise<Delivery>
  close(): void
}

/** Nothing of us is in a letter but the address that it is from: no host name, no program, no link. */
export function openPost({ smtpUrl, from, textGateway = '' }: PostSettings): Post {
  const domain = from.slice(from.lastIndexOf('@') + 1)
  const { hostname } = new URL(smtpUrl)
  const transport = createTransport({
    url: smtpUrl,
    name: domain,
    requireTLS: !isThisMachine(hostname),
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    async send({ way, address, sender, subject, text }) {
      const to = way === 'email' ? address : textGateway.replace('{number}', address)
      try {
        await transport.sendMail({
          from: { name: sender, address: from },
          to: { name: '', address: to },
          subject,
          text,
          xMailer: false,
          headers: { 'Auto-Submitted': 'auto-generated' },
        })
        return 'sent'
      } catch (error) {
        return answerIn(error)
      }
    },
    close: () => transport.close(),
  }
}

/** @throws the error where no server has answered: it may be wrongly set up */
function answerIn(error: unknown): Delivery {
  const code = error instanceof Error && 'responseCode' in error ? error.responseCode : undefined
  const isAboutUs = error instanceof Error && 'code' in error && error.code !== 'EENVELOPE'
  if (typeof code !== 'number' || (isAboutUs && code >= 500)) throw new PostTrouble(error)
  return code >= 500 ? 'refused' : 'later'
}

function isThisMachine(host: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(host)
}

/** What is wrong with the way to the mail server; never the words of its answer, which can name the address. */
class PostTrouble extends Error {
  override readonly name = 'PostTrouble'
  /** The kind of trouble, such as `ECONNREFUSED` or `EAUTH`. */
  readonly code: string

  constructor(cause: unknown) {
    super('the mail server could not be reached or does not know us')
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
    this.code = typeof code === 'string' ? code : 'UNKNOWN'
  }
}
