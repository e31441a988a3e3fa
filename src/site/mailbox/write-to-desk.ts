import { type Message, reporterMessage } from '../../mailbox/message.ts'
import type { Added, StoredMessage } from '../../mailbox/message-store.ts'
import { openEnvelope } from '../../mailbox/open-mailbox.ts'
import { openMessages, sealMessage } from '../../mailbox/sealed-message.ts'
import type { Identity } from '../../sealing/identity.ts'
import type { SiteDependencies } from '../site-dependencies.ts'
import type { Reached } from './reach-mailbox.ts'

type Said = Pick<Message, 'text' | 'consent'>

/**
 * Seals what the reporter says to their report, in memory. Pressing the button twice adds it once.
 *
 * @returns `damaged` where the envelope of the report does not open
 */
export async function writeToDesk(
  { stores, now }: SiteDependencies,
  { receipt, mailbox }: Reached,
  said: Said,
): Promise<Added['outcome'] | 'damaged'> {
  const identity = await openEnvelope(receipt, mailbox.envelope)
  if (identity === undefined) return 'damaged'
  const [last] = (await stores.messages.list(mailbox.report)).slice(-1)
  if (last !== undefined && (await isSaidAlready(last, said, identity))) return 'added'
  const moment = now()
  const sealed = await sealMessage(reporterMessage(said, moment), identity)
  return (await stores.messages.addFromReporter(mailbox.report, sealed, moment)).outcome
}

async function isSaidAlready(
  last: StoredMessage,
  said: Said,
  identity: Identity,
): Promise<boolean> {
  if (last.from !== 'reporter') return false
  const [opened] = await openMessages([last], identity)
  if (opened?.outcome !== 'opened') return false
  return opened.message.text === said.text && opened.message.consent === said.consent
}
