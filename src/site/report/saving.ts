/** Saving what was told so far, and going on with it, for one request of a reader without script. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { destroySaved, findSaved, type Saved, saveDraft } from '../../mailbox/save-draft.ts'
import { changeAnswer, openDraftWith } from '../../reports/change-answer.ts'
import { knownAnswers } from '../../reports/known-answers.ts'
import type { Answers } from '../../reports/question.ts'
import type { DraftOwner } from '../../reports/read-draft.ts'
import { savedAs, savedReceipt, withoutReceipt } from '../../reports/saved-as.ts'
import { newReceipt, type Receipt } from '../../sealing/receipt.ts'
import { setCookie } from '../../web/cookies.ts'
import { failure } from '../../web/log.ts'
import { draftCookie } from '../choices/cookies.ts'
import type { SiteDependencies } from '../site-dependencies.ts'
import type { Visit } from '../visit.ts'
import { nextAddress, saveAddress } from './question-address.ts'
import { journeyOf, seeOther } from './telling.ts'

/** Saves these answers: under the receipt that the draft was saved with before, or under a new one. */
export async function save(
  { visit }: Pick<FastifyRequest, 'visit'>,
  reply: FastifyReply,
  deps: SiteDependencies,
  { owner, answers }: { readonly owner: DraftOwner; readonly answers: Answers },
): Promise<FastifyReply> {
  const receipt = savedReceipt(answers) ?? newReceipt()
  const now = deps.now()
  await saveDraft(meansOf(deps), placeOf(visit, receipt), withoutReceipt(answers), now)
  // Only now: a receipt is shown when there is something that it opens.
  await changeAnswer(deps.stores.drafts, owner, savedAs(receipt), now)
  return seeOther(reply, visit, saveAddress)
}

export function findSavedHere(
  visit: Visit,
  receipt: Receipt,
  deps: SiteDependencies,
): Promise<Saved | undefined> {
  return findSaved(meansOf(deps), placeOf(visit, receipt), deps.now())
}

/** Goes on with a saved draft in this browser, at the first question without an answer. It stays saved until it is sent. */
export async function resume(
  { visit }: Pick<FastifyRequest, 'visit'>,
  reply: FastifyReply,
  { stores, now }: SiteDependencies,
  { receipt, answers }: { readonly receipt: Receipt; readonly answers: unknown },
): Promise<FastifyReply> {
  const journey = journeyOf(visit)
  const known = knownAnswers(journey, answers)
  const { id, answer } = savedAs(receipt)
  const key = await openDraftWith(stores.drafts, visit.site.id, { ...known, [id]: answer }, now())
  setCookie(reply, draftCookie, key, visit.secure)
  return seeOther(reply, visit, nextAddress(journey, known))
}

export async function destroySavedHere(
  visit: Visit,
  receipt: Receipt,
  deps: SiteDependencies,
): Promise<void> {
  await destroySaved(meansOf(deps), placeOf(visit, receipt))
}

/** What was sent need not wait any more. Where this fails, it is destroyed in its time. */
export async function destroySavedOf(
  answers: Answers,
  visit: Visit,
  deps: SiteDependencies,
): Promise<void> {
  const receipt = savedReceipt(answers)
  if (receipt === undefined) return
  await destroySavedHere(visit, receipt, deps).catch((error: unknown) =>
    deps.log(failure('site', error)),
  )
}

function meansOf({ stores, secrets }: SiteDependencies) {
  return { savedDrafts: stores.savedDrafts, secretKey: secrets.secretKey }
}

function placeOf({ site }: Visit, receipt: Receipt) {
  return { site: site.id, topic: site.topic, receipt }
}
