import type { HeldPart } from '../../reports/held-store.ts'
import type { Place, QueuePart } from '../../reports/queue-store.ts'
import { parseReportId, type ReportId } from '../../reports/stored-report.ts'
import { Fault } from '../../web/fault.ts'
import { expectFields, type Form, field } from '../../web/form.ts'
import { pageLength, placeText, readPlace } from '../queue/queue-filter.ts'

export interface HeldFilter {
  readonly show: 'new' | 'closed'
  /** Only those that are nearly the same as this one. */
  readonly sameAs: ReportId | undefined
  readonly after: Place | undefined
}

/**
 * What an address asks for: `?same-as=<id>&after=…`, `?show=closed`.
 *
 * @throws Fault 404 when it is none of ours
 */
export function readHeldFilter(query: unknown): HeldFilter {
  const { show = 'new', after, 'same-as': sameAs } = query as Record<string, unknown>
  const place = after === undefined ? undefined : readPlace(String(after))
  const first = sameAs === undefined ? undefined : parseReportId(String(sameAs))
  const isWhole = (after === undefined || place) && (sameAs === undefined || first)
  if (!isWhole || (show !== 'new' && show !== 'closed'))
    throw new Fault(404, 'nothing held by that name')
  return { show, sameAs: first, after: place }
}

export function heldAddress({ show, sameAs, after }: Partial<HeldFilter>): string {
  const query = new URLSearchParams()
  if (show === 'closed') query.set('show', show)
  if (sameAs !== undefined) query.set('same-as', sameAs)
  if (after !== undefined) query.set('after', placeText(after))
  return query.size === 0 ? '/held' : `/held?${query}`
}

/** One more than a page, to see whether there is a next one. */
export function heldPartOf({ show, sameAs, after }: HeldFilter): QueuePart {
  const part = { lane: 'held', after, limit: pageLength + 1 } as const
  if (show === 'closed') return { ...part, statuses: ['closed'], sameAs }
  return { ...part, statuses: ['new'], sameAs: sameAs ?? 'none' }
}

/** @throws Fault 400 when no page of ours sends that */
export function readHeldForm(body: unknown): HeldPart {
  const form = expectFields((body ?? new Map()) as Form, ['same-as', 'before'])
  const [sameAs, before] = [field(form, 'same-as'), field(form, 'before')]
  const first = parseReportId(sameAs)
  const isHour = /^\d{4}-\d\d-\d\dT\d\d:00:00Z$/.test(before)
  if ((sameAs !== '' && first === undefined) || (before !== '' && !isHour))
    throw new Fault(400, 'not a part of what is held')
  return { sameAs: first, before: isHour ? before : undefined }
}
