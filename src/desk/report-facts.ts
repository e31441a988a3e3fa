import type { Status } from '../reports/status.ts'
import type { QueuedReport } from '../reports/stored-report.ts'
import { tag } from '../ui/components/tag.ts'
import type { Html } from '../ui/html.ts'
import type { WordKey, Words } from '../ui/words.ts'

const topics: Readonly<Record<string, WordKey>> = {
  'human-trafficking': 'desk.topic.human-trafficking',
}
const statusColours: Readonly<Record<Status, string>> = {
  new: 'govuk-tag--blue',
  assigned: 'govuk-tag--green',
  closed: 'govuk-tag--grey',
}

export function priorityTag(words: Words, { priority }: Pick<QueuedReport, 'priority'>): Html {
  const classes = `desk-priority desk-priority--${priority}`
  return tag({ text: words(`desk.priority.${priority}`), classes })
}

export function statusTag(words: Words, { status }: Pick<QueuedReport, 'status'>): Html {
  return tag({ text: words(`desk.status.${status}`), classes: statusColours[status] })
}

/** A topic by its name; one that nobody has named yet by its id. */
export function topicName(words: Words, topic: string): string {
  const key = topics[topic]
  return key === undefined ? topic : words(key)
}

/** How long a report has waited, in the largest whole unit. Its hour is all that we know. */
export function waited(words: Words, receivedHour: string, now: Date): string {
  const hours = Math.max(0, Math.floor((now.getTime() - Date.parse(receivedHour)) / 3_600_000))
  if (hours < 1) return words('desk.waited.now')
  if (hours < 48) return words('desk.waited.hours', { count: hours })
  return words('desk.waited.days', { count: Math.floor(hours / 24) })
}
