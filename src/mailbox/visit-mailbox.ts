import { type BoxKey, newBoxKey } from '../sealing/box.ts'
import type { Receipt } from '../sealing/receipt.ts'
import { closeVisit, openVisit, visitName } from './mailbox-visit.ts'
import type { VisitStore } from './visit-store.ts'

/** Whose visit: the key comes from the reporter's cookie. */
export interface VisitOwner {
  readonly site: string
  readonly key: BoxKey
}

/** Keeps a receipt for a short while, under a key that only the caller has. */
export async function beginVisit(
  visits: Pick<VisitStore, 'create'>,
  site: string,
  receipt: Receipt,
  now: Date,
): Promise<BoxKey> {
  const key = newBoxKey()
  await visits.create({ name: visitName(key), site, box: closeVisit(receipt, key) }, now)
  return key
}

/** The receipt of a visit, which lasts on; `undefined` where it is over. */
export async function findVisit(
  visits: Pick<VisitStore, 'find'>,
  { site, key }: VisitOwner,
  now: Date,
): Promise<Receipt | undefined> {
  const box = await visits.find(site, visitName(key), now)
  return box === undefined ? undefined : openVisit(box, key)
}

export async function endVisit(
  visits: Pick<VisitStore, 'remove'>,
  { site, key }: VisitOwner,
): Promise<void> {
  await visits.remove(site, visitName(key))
}
