/** Reads an opened seal. Runs in the officer's browser. */
import * as v from 'valibot'
import { eases, type Feedback } from './feedback.ts'

const feedback = v.object({
  kind: v.literal('signpost feedback'),
  version: v.number(),
  site: v.string(),
  language: v.string(),
  day: v.string(),
  page: v.optional(v.string()),
  ease: v.optional(v.picklist(eases)),
  comment: v.string(),
})

/** The feedback in an opened seal, or `undefined` when the text is none that we can show. */
export function readFeedback(text: string): Feedback | undefined {
  try {
    const result = v.safeParse(feedback, JSON.parse(text))
    return result.success ? result.output : undefined
  } catch {
    return undefined
  }
}
