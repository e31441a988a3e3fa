/**
 * Pages link to `/help`; in `/cy/…` every such link stays in Welsh. What people type cannot look
 * like this, because quotes in it are escaped. Pure: the same in the browser.
 *
 * @param prefix `/cy`, or nothing where the address names no language
 * @param languages those of the site: links that change the language name theirs already
 */
export function keepLanguage(markup: string, prefix: string, languages: readonly string[]): string {
  if (prefix === '') return markup
  const elsewhere = ['/', 'assets/', 'favicon', ...languages.map((language) => `${language}/`)]
  const links = new RegExp(` (href|action)="/(?!${elsewhere.join('|')})`, 'g')
  return markup.replace(links, ` $1="${prefix}/`)
}
