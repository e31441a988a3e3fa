import { randomUUID } from 'node:crypto'
import { dayOf } from '../reports/calendar.ts'
import type { DeskKey } from '../reports/desk-key.ts'
import { pad } from '../sealing/pad.ts'
import { seal } from '../sealing/seal.ts'
import type { Ease, Feedback } from './feedback.ts'
import type { FeedbackStore } from './feedback-store.ts'

export interface FeedbackSending {
  readonly site: string
  readonly desk: string
  readonly deskKey: DeskKey
  readonly language: string
  readonly page: string | undefined
  readonly ease: Ease | undefined
  readonly comment: string
  readonly now: Date
}

/** Seals what somebody thinks of the site to the desk, and keeps the day of it, not the hour. */
export async function sendFeedback(
  store: Pick<FeedbackStore, 'insert'>,
  { desk, deskKey, now, ...said }: FeedbackSending,
): Promise<void> {
  const day = dayOf(now)
  const feedback: Feedback = { kind: 'signpost feedback', version: 1, day, ...said }
  const sealed = await seal(pad(JSON.stringify(feedback, null, 2)), [deskKey.recipient])
  const { epoch } = deskKey
  await store.insert({ id: randomUUID(), site: said.site, desk, epoch, receivedDay: day, sealed })
}
