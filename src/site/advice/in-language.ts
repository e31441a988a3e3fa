import { languageOf } from '../../advice/languages.ts'
import { type HtmlValue, html } from '../../ui/html.ts'

/** Attributes for a passage that is not in the language of its page; none when it is. */
export function inLanguage(locale: string, pageLocale: string): HtmlValue {
  if (locale === pageLocale) return undefined
  return html` lang="${locale}" dir="${languageOf(locale).direction}"`
}
