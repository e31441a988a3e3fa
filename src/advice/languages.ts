import { existsSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { checkContent, parseContent, readContent } from './content-file.ts'

export type Direction = 'ltr' | 'rtl'

/** `name` is what its own speakers call it, so that they can find it in a list. */
export type Language = Readonly<{ locale: string; direction: Direction; name: string }>

const scriptsFromRightToLeft = new Set(['Adlm', 'Arab', 'Hebr', 'Nkoo', 'Rohg', 'Syrc', 'Thaa'])

const languageFile = v.strictObject({
  reviewedBy: v.optional(v.nullable(v.string('must be who checked it, or nothing')), ''),
})

/**
 * Whether a speaker of the language has checked its words, as `<locale>/language.yaml` says under
 * `reviewedBy`. English is what the others are checked against.
 *
 * @throws ContentFault when the file says something else
 */
export function isReviewed(contentDir: string, locale: string): boolean {
  const file = join(contentDir, locale, 'language.yaml')
  if (locale === 'en') return true
  if (!existsSync(file)) return false
  const { reviewedBy } = checkContent(file, languageFile, parseContent(file, readContent(file)))
  return Boolean(reviewedBy?.trim())
}

/** @throws RangeError when `locale` is not a language tag, such as "en", "zh-Hant" or "ckb" */
export function languageOf(locale: string): Language {
  const { script = '' } = new Intl.Locale(locale).maximize()
  return {
    locale,
    direction: scriptsFromRightToLeft.has(script) ? 'rtl' : 'ltr',
    name: ownName(locale),
  }
}

function ownName(locale: string): string {
  const name = new Intl.DisplayNames([locale], { type: 'language' }).of(locale) ?? locale
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1)
}
