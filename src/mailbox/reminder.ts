/** A day in somebody's calendar that tells nothing of us. Runs in browsers too. */

export interface Reminder {
  /** The reporter's own words. */
  readonly title: string
  /** `2026-11-26` */
  readonly day: string
}

/** In UTF-16 units. */
export const reminderTitleLimit = 100

/**
 * An iCalendar file (RFC 5545) with one event that takes a whole day. No address, no link, no alarm
 * that could ring beside somebody else, and no moment at which it was made.
 *
 * @param id anything that no other event has
 */
export function writeReminder({ title, day }: Reminder, id: string): string {
  const date = compact(day)
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Calendar//EN',
    'BEGIN:VEVENT',
    `UID:${id}`,
    `DTSTAMP:${date}T000000Z`,
    `DTSTART;VALUE=DATE:${date}`,
    `DTEND;VALUE=DATE:${compact(dayAfter(day))}`,
    ...folded(`SUMMARY:${escaped(title)}`),
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n')
}

function compact(day: string): string {
  return day.replaceAll('-', '')
}

function dayAfter(day: string): string {
  const next = new Date(`${day}T00:00:00Z`)
  next.setUTCDate(next.getUTCDate() + 1)
  return next.toISOString().slice(0, 10)
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/[\r\n]+/g, ' ')
}

// A line has at most 75 bytes, and a character is not cut in two.
function folded(line: string): readonly string[] {
  const lines: string[] = []
  let part = ''
  for (const character of line) {
    if (new TextEncoder().encode(part + character).length > 74) {
      lines.push(part)
      part = ' '
    }
    part += character
  }
  return [...lines, part]
}
