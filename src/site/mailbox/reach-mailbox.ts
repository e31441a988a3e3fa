import type { FastifyRequest } from 'fastify'
import type { StoredMailbox } from '../../mailbox/mailbox-store.ts'
import { type OpenedMailbox, openMailbox } from '../../mailbox/open-mailbox.ts'
import { mailboxHash } from '../../reports/mailbox.ts'
import type { Receipt } from '../../sealing/receipt.ts'
import type { SiteDependencies } from '../site-dependencies.ts'
import { visitOf } from './visiting.ts'

export interface Reached {
  readonly receipt: Receipt
  readonly mailbox: StoredMailbox
}

/** What this browser came back to; `undefined` where its visit is over, or the report was taken back. */
export async function reachMailbox(
  request: FastifyRequest,
  deps: SiteDependencies,
): Promise<Reached | undefined> {
  const came = await visitOf(request, deps)
  const mailbox = came && (await findMailbox(came.site, came.receipt, deps))
  return mailbox && { receipt: came.receipt, mailbox }
}

export function findMailbox(
  site: string,
  receipt: Receipt,
  { stores, secrets }: SiteDependencies,
): Promise<StoredMailbox | undefined> {
  return stores.mailboxes.find(site, mailboxHash(receipt, secrets.secretKey))
}

/** Opened in memory, for this one request. */
export async function openReached(
  { receipt, mailbox }: Reached,
  { stores }: SiteDependencies,
): Promise<OpenedMailbox> {
  const messages = await stores.messages.list(mailbox.report)
  return openMailbox(receipt, { ...mailbox, messages })
}
