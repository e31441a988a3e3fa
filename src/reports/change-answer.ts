import { type BoxKey, newBoxKey } from '../sealing/box.ts'
import { closeDraft, draftName } from './draft.ts'
import type { DraftStore } from './draft-store.ts'
import type { Answer, Answers } from './question.ts'
import { type DraftOwner, type DraftState, readDraft } from './read-draft.ts'

/** The answer to one question, by its id. */
export interface GivenAnswer {
  readonly id: string
  readonly answer: Answer
}

/**
 * Puts an answer into a draft, beside what another window may be answering meanwhile.
 *
 * @returns the draft as it is now; where it is not `open`, nothing was changed
 */
export async function changeAnswer(
  drafts: Pick<DraftStore, 'find' | 'replace'>,
  owner: DraftOwner,
  { id, answer }: GivenAnswer,
  now: Date,
): Promise<DraftState> {
  for (let round = 0; round < 5; round += 1) {
    const found = await readDraft(drafts, owner, now)
    if (found.state !== 'open') return found
    const answers: Answers = { ...found.answers, [id]: answer }
    const draft = { ...found.draft, box: closeDraft(answers, owner.key) }
    if (await drafts.replace(draft, now)) return { state: 'open', draft, answers }
  }
  throw new Error('a draft changed five times while one answer was put in')
}

/** A new draft with its first answer, under a key that only the caller has. */
export async function beginDraft(
  drafts: Pick<DraftStore, 'create'>,
  site: string,
  { id, answer }: GivenAnswer,
  now: Date,
): Promise<{ readonly key: BoxKey; readonly answers: Answers }> {
  const answers: Answers = { [id]: answer }
  const key = await openDraftWith(drafts, site, answers, now)
  return { key, answers }
}

/** A new draft with all these answers, under a key that only the caller has. */
export async function openDraftWith(
  drafts: Pick<DraftStore, 'create'>,
  site: string,
  answers: Answers,
  now: Date,
): Promise<BoxKey> {
  const key = newBoxKey()
  await drafts.create({ name: draftName(key), site, box: closeDraft(answers, key) }, now)
  return key
}
