/** "2026-11-22" as people say it: "22 November 2026". */
export function calendarDay(day: string, locale: string): string {
  const format = new Intl.DateTimeFormat(inBritain(locale), { dateStyle: 'long', timeZone: 'UTC' })
  return format.format(new Date(`${day}T00:00:00Z`))
}

/** English alone would put the month first, as in the United States. */
export function inBritain(locale: string): string {
  return locale === 'en' ? 'en-GB' : locale
}
