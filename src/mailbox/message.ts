/** What is written after a report was sent. Runs in browsers too; either side may have been tampered with, so nothing is trusted. */
import * as v from 'valibot'
import { dayOf } from '../reports/calendar.ts'
import type { Consent } from '../reports/consent.ts'
import { pad } from '../sealing/pad.ts'

/** Who wrote: a person who reads at the desk, or the one who holds the receipt. */
export type Writer = 'officer' | 'reporter'

export interface Message {
  readonly kind: 'signpost message'
  readonly version: number
  readonly from: Writer
  /** A moment for officers (`2026-11-22T11:04:05.678Z`), the day only for reporters (`2026-11-22`). */
  readonly at: string
  /** Empty where only the consent level changes. */
  readonly text: string
  /** The day on which the officer asks the reporter to look again: `2026-11-26`. */
  readonly lookAgainOn?: string | undefined
  /** The level that the reporter now chooses. */
  readonly consent?: Consent | undefined
}

/** The longest text that our own pages send, in UTF-16 units. */
export const messageLimit = 10_000

/** The longest sealed message that the server takes, in characters: the limit, in the most spacious script. */
export const sealedMessageLimit = 200_000

const day = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d$/), v.check(isDay))

const message = v.object({
  kind: v.literal('signpost message'),
  version: v.number(),
  from: v.picklist(['officer', 'reporter']),
  at: v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d\.\d{3}Z)?$/)),
  text: v.string(),
  lookAgainOn: v.optional(day),
  consent: v.optional(v.picklist(['share', 'confidential', 'anonymous'])),
})

/** What an officer writes, to the moment: officers answer for what they do. */
export function officerMessage(said: Pick<Message, 'text' | 'lookAgainOn'>, now: Date): Message {
  const { text, lookAgainOn } = said
  const at = now.toISOString()
  return { ...head, from: 'officer', at, text, ...(lookAgainOn && { lookAgainOn }) }
}

/** What a reporter writes, of which only the day is kept. */
export function reporterMessage(said: Pick<Message, 'text' | 'consent'>, now: Date): Message {
  const { text, consent } = said
  return { ...head, from: 'reporter', at: dayOf(now), text, ...(consent && { consent }) }
}

/** As it is sealed: JSON for a human with nothing but `age`, padded so that its length tells little. */
export function writeMessage(written: Message): string {
  return pad(JSON.stringify(written, null, 2))
}

/** The message in an opened seal, or `undefined` when the text is none. */
export function readMessage(text: string): Message | undefined {
  try {
    const result = v.safeParse(message, JSON.parse(text))
    return result.success ? result.output : undefined
  } catch {
    return undefined
  }
}

/** Whether a text is a day that the calendar has: `2026-02-30` is none. */
export function isDay(text: string): boolean {
  const moment = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(moment.getTime()) && dayOf(moment) === text
}

const head = { kind: 'signpost message', version: 1 } as const
