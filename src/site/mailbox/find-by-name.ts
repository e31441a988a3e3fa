import type { StoredMailbox } from '../../mailbox/mailbox-store.ts'
import { hashOfMailboxName } from '../../reports/mailbox.ts'
import { Fault } from '../../web/fault.ts'
import type { SiteDependencies } from '../site-dependencies.ts'
import type { Visit } from '../visit.ts'

/**
 * What a browser that derived the name itself has come for. Whoever has a receipt never waits; a name
 * that we do not know is answered slowly.
 *
 * @throws Fault 429 when very many wrong guesses are waiting already
 */
export async function findByName(
  visit: Visit,
  name: string,
  deps: SiteDependencies,
): Promise<StoredMailbox | undefined> {
  const { stores, secrets, guesses, now } = deps
  const hash = hashOfMailboxName(name, secrets.secretKey)
  const found = await stores.mailboxes.find(visit.site.id, hash)
  if (found !== undefined || (await isDraft(visit, name, deps))) return found
  if (!(await guesses.hold(hash, now()))) throw new Fault(429, 'too many guesses')
  return undefined
}

/** The receipt of a draft looks like any other, and people come with it to the first door they see. */
export async function isDraft(
  { site }: Visit,
  name: string,
  { stores, secrets, now }: SiteDependencies,
): Promise<boolean> {
  const hash = hashOfMailboxName(name, secrets.secretKey)
  return (await stores.savedDrafts.find(site.id, hash, now())) !== undefined
}
