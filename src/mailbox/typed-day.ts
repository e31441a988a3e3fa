import { isDay } from './message.ts'

/** A day as people type it, in three fields. */
export interface TypedDay {
  readonly day: string
  readonly month: string
  readonly year: string
}

/** `2026-11-26`, or `undefined` where the calendar has no such day. A year may be short: `26`. */
export function readTypedDay({ day, month, year }: TypedDay): string | undefined {
  const written = inOurDigits(year)
  const whole = written.length === 2 ? `20${written}` : written
  const text = [whole, ...[month, day].map((part) => inOurDigits(part).padStart(2, '0'))].join('-')
  return isDay(text) ? text : undefined
}

function inOurDigits(typed: string): string {
  return Array.from(typed.normalize('NFKC').trim(), digit).join('')
}

// Where the zero of each way of writing numbers stands: Arabic, Persian and Urdu, Hindi, Bengali,
// Punjabi, Gujarati, Tamil, Telugu, Thai, Burmese, Khmer.
const zeros = [
  0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xbe6, 0xc66, 0xe50, 0x1040, 0x17e0,
] as const

function digit(character: string): string {
  const code = character.codePointAt(0) ?? 0
  const zero = zeros.find((one) => code >= one && code < one + 10)
  return zero === undefined ? character : String(code - zero)
}
