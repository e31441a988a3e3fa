import { inBritain } from '../advice/calendar-day.ts'

/** “22 November 2026”, or with its weekday “Thursday 26 November”, as the reporter's language says it. */
export function reporterDay(
  day: string,
  locale: string,
  { withWeekday = false }: { readonly withWeekday?: boolean } = {},
): string {
  const shape = withWeekday
    ? ({ weekday: 'long', day: 'numeric', month: 'long' } as const)
    : ({ dateStyle: 'long' } as const)
  const format = new Intl.DateTimeFormat(inBritain(locale), { ...shape, timeZone: 'UTC' })
  return format.format(new Date(`${day}T00:00:00Z`))
}
