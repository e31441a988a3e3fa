import type { Feedback } from '../../feedback/feedback.ts'
import { readFeedback } from '../../feedback/read-feedback.ts'
import type { DeskKeyGrant } from '../../officers/desk-key.ts'
import type { Identity } from '../../sealing/identity.ts'
import { open } from '../../sealing/seal.ts'
import { openDeskKey } from '../keys/open-desk-key.ts'

export interface SealedFeedback {
  readonly id: string
  readonly epoch: number
  readonly sealed: string
}

export type OpenedFeedback =
  | { readonly outcome: 'opened'; readonly feedback: Feedback }
  | { readonly outcome: 'locked' | 'missing-key' | 'wrong-key' | 'damaged' }

/** Each desk key is opened once, however much feedback is sealed to it. */
export function feedbackOpener(grants: readonly DeskKeyGrant[], identity: Identity | undefined) {
  const keys = new Map(grants.map((grant) => [grant.epoch, openDeskKey(grant, identity)]))
  return async ({ epoch, sealed }: SealedFeedback): Promise<OpenedFeedback> => {
    const key = await (keys.get(epoch) ?? openDeskKey(undefined, identity))
    if (key.outcome !== 'opened') return key
    const opened = await open(sealed, key.identity)
    if (opened.outcome !== 'opened') return opened
    const feedback = readFeedback(opened.text)
    return feedback === undefined ? { outcome: 'damaged' } : { outcome: 'opened', feedback }
  }
}
