import type { StoredFeedback } from '../../feedback/feedback.ts'
import type { FeedbackPart } from '../../feedback/feedback-store.ts'
import { Fault } from '../../web/fault.ts'

export const feedbackPageLength = 25

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * What an address of the feedback asks for: `?after=2026-11-22_<id>`. One more than a page, to see
 * whether there is a next one.
 *
 * @throws Fault 404 when it is none of ours
 */
export function readFeedbackPart(query: unknown): FeedbackPart {
  const { after } = query as Record<string, unknown>
  const limit = feedbackPageLength + 1
  if (after === undefined) return { limit }
  const [, receivedDay = '', id = ''] = /^(\d{4}-\d\d-\d\d)_(.{36})$/.exec(String(after)) ?? []
  if (!uuid.test(id)) throw new Fault(404, 'no such part of the feedback')
  return { limit, after: { receivedDay, id } }
}

export function feedbackAddress({ receivedDay, id }: StoredFeedback): string {
  return `/feedback?after=${receivedDay}_${id}`
}

/** @throws Fault 404 */
export function readFeedbackId(text: string): string {
  if (!uuid.test(text)) throw new Fault(404, 'no such feedback')
  return text
}
