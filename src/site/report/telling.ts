/** How far a visitor has come with telling us, as far as one request can know. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Journey } from '../../reports/journey.ts'
import { getJourney } from '../../reports/journeys.ts'
import type { Answers } from '../../reports/question.ts'
import { type DraftOwner, type DraftState, readDraft } from '../../reports/read-draft.ts'
import { parseBoxKey } from '../../sealing/box.ts'
import { readCookie } from '../../web/cookies.ts'
import { draftCookie } from '../choices/cookies.ts'
import type { SiteDependencies } from '../site-dependencies.ts'
import type { Visit } from '../visit.ts'

export function journeyOf({ site }: Visit): Journey {
  return getJourney(site.topic)
}

/** Whose draft this browser's cookie opens; `undefined` where it carries none. */
export function ownerOf(request: FastifyRequest): DraftOwner | undefined {
  const { site, secure } = request.visit
  const key = parseBoxKey(readCookie(request, draftCookie, secure))
  return key === undefined ? undefined : { site: site.id, key }
}

export async function draftOf(
  request: FastifyRequest,
  { stores, now }: SiteDependencies,
): Promise<DraftState> {
  const owner = ownerOf(request)
  return owner === undefined ? { state: 'none' } : readDraft(stores.drafts, owner, now())
}

export function answersIn(draft: DraftState): Answers {
  return draft.state === 'open' ? draft.answers : {}
}

/** Nobody could read a report before the desk has a key. */
export async function isClosed(visit: Visit, { stores }: SiteDependencies): Promise<boolean> {
  return !(await stores.deskKeys.isOpen(visit.site.desk.id))
}

/** On to another page of ours, by GET. */
export function seeOther(reply: FastifyReply, visit: Visit, path: string): FastifyReply {
  return reply
    .code(303)
    .header('cache-control', 'no-store')
    .header('location', `${visit.prefix}${path}`)
    .send()
}
