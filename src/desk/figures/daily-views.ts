import type { PageCount } from '../../figures/page-count.ts'

export interface DailyViews {
  readonly day: string
  readonly views: number
}

export interface PageViews {
  readonly page: string
  readonly views: number
}

export const daysShown = 28

/** The days that the figures show, oldest first; the last is today, in universal time. */
export function lastDays(now: Date): readonly string[] {
  const today = Date.parse(`${now.toISOString().slice(0, 10)}T00:00:00Z`)
  return Array.from({ length: daysShown }, (_, index) =>
    new Date(today - (daysShown - 1 - index) * 24 * 60 * 60 * 1000).toISOString().slice(0, 10),
  )
}

/** Every day, those without a view too. */
export function viewsByDay(
  counts: readonly PageCount[],
  days: readonly string[],
): readonly DailyViews[] {
  return days.map((day) => ({ day, views: sum(counts.filter((count) => count.day === day)) }))
}

/** Most read first. */
export function viewsByPage(counts: readonly PageCount[]): readonly PageViews[] {
  return [...Map.groupBy(counts, ({ page }) => page)]
    .map(([page, group]) => ({ page, views: sum(group) }))
    .sort((one, other) => other.views - one.views || (one.page < other.page ? -1 : 1))
}

function sum(counts: readonly PageCount[]): number {
  return counts.reduce((total, { views }) => total + views, 0)
}
