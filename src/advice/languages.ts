export type Direction = 'ltr' | 'rtl'

/** `name` is what its own speakers call it, so that they can find it in a list. */
export type Language = Readonly<{ locale: string; direction: Direction; name: string }>

const scriptsFromRightToLeft = new Set(['Adlm', 'Arab', 'Hebr', 'Nkoo', 'Rohg', 'Syrc', 'Thaa'])

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
