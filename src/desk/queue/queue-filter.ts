import type { OfficerId } from '../../officers/officer.ts'
import type { Priority } from '../../reports/priority.ts'
import type { Place, QueuePart } from '../../reports/queue-store.ts'
import { parseReportId } from '../../reports/stored-report.ts'
import { Fault } from '../../web/fault.ts'

export const shows = ['all', 'new', 'mine', 'closed'] as const
export type Show = (typeof shows)[number]

export interface QueueFilter {
  readonly show: Show
  readonly after: Place | undefined
}

export const pageLength = 50

/**
 * What an address of the queue asks for: `?show=mine&after=2_2026-11-22T11:00:00Z_<id>`.
 *
 * @throws Fault 404 when it is none of ours
 */
export function readFilter(query: unknown): QueueFilter {
  const { show = 'all', after } = query as Record<string, unknown>
  const known = shows.find((one) => one === show)
  const place = after === undefined ? undefined : readPlace(String(after))
  if (known === undefined || (after !== undefined && place === undefined))
    throw new Fault(404, 'no such part of the queue')
  return { show: known, after: place }
}

export function filterAddress(show: Show, after?: Place): string {
  const query = new URLSearchParams()
  if (show !== 'all') query.set('show', show)
  if (after !== undefined) query.set('after', placeText(after))
  return query.size === 0 ? '/' : `/?${query}`
}

/** One more than a page, to see whether there is a next one. */
export function partOf({ show, after }: QueueFilter, officer: OfficerId): QueuePart {
  const part = { lane: 'usual', after, limit: pageLength + 1 } as const
  if (show === 'new') return { ...part, statuses: ['new'] }
  if (show === 'closed') return { ...part, statuses: ['closed'] }
  if (show === 'mine') return { ...part, statuses: ['assigned'], assignee: officer }
  return { ...part, statuses: ['new', 'assigned'] }
}

export function placeText({ priority, receivedHour, id }: Place): string {
  return `${priority}_${receivedHour}_${id}`
}

export function readPlace(text: string): Place | undefined {
  const [, priority = '', receivedHour = '', id = ''] =
    /^([1-4])_(\d{4}-\d\d-\d\dT\d\d:00:00Z)_([0-9a-f-]{36})$/.exec(text) ?? []
  const report = parseReportId(id)
  return report && { priority: Number(priority) as Priority, receivedHour, id: report }
}
