/** Which day a reminder is likely to be for. Pure. */
import { lookAgainOn } from '../../mailbox/sealed-message.ts'
import type { TypedDay } from '../../mailbox/typed-day.ts'
import { dayOf } from '../../reports/calendar.ts'
import type { OpenMailbox } from './open-handed-out.ts'

const dayLong = 24 * 60 * 60_000

/** A week later, to show how a day is written. */
export function exampleAfter(day: string): string {
  return daysAfter(day, 7)
}

/** The day on which an officer asked the reporter to look again; otherwise empty. */
export function typedDayFor({ messages, day: today }: OpenMailbox): TypedDay {
  const [year = '', month = '', day = ''] = (lookAgainOn(messages, today) ?? '').split('-')
  return { day, month, year }
}

/** Wherever the reporter is, their day began at most half a day before ours. */
export function isPast(day: string, today: string): boolean {
  return day < daysAfter(today, -1)
}

function daysAfter(day: string, count: number): string {
  return dayOf(new Date(Date.parse(`${day}T00:00:00Z`) + count * dayLong))
}
