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
  { site }: Visit,
  name: string,
  { stores, secrets, guesses, now }: SiteDependencies,
): Promise<StoredMailbox | undefined> {
  const hash = hashOfMailboxName(name, secrets.secretKey)
  const found = await stores.mailboxes.find(site.id, hash)
  if (found === undefined && !(await guesses.hold(hash, now())))
    throw new Fault(429, 'too many guesses')
  return found
}
