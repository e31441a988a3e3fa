import type { BoxKey } from '../sealing/box.ts'
import { draftName, openDraft, openSent, type SentDraft, type StoredDraft } from './draft.ts'
import type { DraftStore } from './draft-store.ts'
import type { Answers } from './question.ts'

/** Whose draft: the key comes from the reporter's cookie. */
export interface DraftOwner {
  readonly site: string
  readonly key: BoxKey
}

export type DraftState =
  /** Expired, finished, or never there. */
  | { readonly state: 'none' }
  | { readonly state: 'open'; readonly draft: StoredDraft; readonly answers: Answers }
  /** It has become a report: all that is left is what its reporter keeps. */
  | ({ readonly state: 'sent'; readonly reference: string } & SentDraft)

export async function readDraft(
  drafts: Pick<DraftStore, 'find'>,
  { site, key }: DraftOwner,
  now: Date,
): Promise<DraftState> {
  const draft = await drafts.find(site, draftName(key), now)
  if (draft === undefined) return { state: 'none' }
  const { sentReference: reference } = draft
  if (reference !== undefined) return { state: 'sent', reference, ...openSent(draft.box, key) }
  const answers = openDraft(draft.box, key)
  return answers === undefined ? { state: 'none' } : { state: 'open', draft, answers }
}
