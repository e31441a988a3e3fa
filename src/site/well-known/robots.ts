import type { SiteConfig } from '../../sites.ts'

const unlisted = ['/a/', '/report', '/leave']

/** What search engines may list: everything that is there to be read. */
export function robots({ languages }: Pick<SiteConfig, 'languages'>): string {
  const prefixes = ['', ...languages.map((language) => `/${language}`)]
  const refusals = prefixes.flatMap((prefix) => unlisted.map((path) => `${prefix}${path}`))
  return ['User-agent: *', 'Allow: /', ...refusals.map((path) => `Disallow: ${path}`), ''].join(
    '\n',
  )
}
