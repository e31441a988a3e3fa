/** A real SMTP server in the test's own process, and what it was given. */
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

export interface ReceivedLetter {
  readonly from: string
  readonly to: readonly string[]
  /** As it came, head and body. */
  readonly source: string
  /** How the sender called itself. */
  readonly greeting: string
  /** Whether it came over TLS. */
  readonly secure: boolean
}

export interface MailServer {
  readonly port: number
  readonly letters: ReceivedLetter[]
  close(): Promise<void>
}

export async function startMailServer(
  options: SMTPServerOptions = {},
  host = '127.0.0.1',
): Promise<MailServer> {
  const letters: ReceivedLetter[] = []
  const server = new SMTPServer({
    authOptional: true,
    onData(stream, session, done) {
      text(stream).then((source) => {
        const { mailFrom, rcptTo } = session.envelope
        letters.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          source,
          greeting: session.hostNameAppearsAs || '',
          secure: session.secure,
        })
        done()
      }, done)
    },
    ...options,
  })
  server.on('error', () => undefined)
  server.listen(0, host)
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo
  return { port, letters, close: () => new Promise((resolve) => server.close(() => resolve())) }
}

/** What a server says that does not take a letter. */
export function refusal(code: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode: code })
}
