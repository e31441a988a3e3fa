/** The locale in which dates and sizes are written: the page’s, or that of Britain where the browser has no such. */
export function pageLocale(): string {
  const { lang } = document.documentElement
  const isKnown = lang !== 'en' && Intl.DateTimeFormat.supportedLocalesOf(lang).length > 0
  return isKnown ? lang : 'en-GB'
}
