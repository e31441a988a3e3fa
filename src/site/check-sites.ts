import { findContactRoute } from '../advice/contact-route.ts'
import { ConfigurationError } from '../configuration-error.ts'
import { getJourney } from '../reports/journeys.ts'
import type { SiteConfig } from '../sites.ts'
import type { ContentByLocale } from './content.ts'

/**
 * Holds what each site names against what there is.
 *
 * @throws ConfigurationError when a site names a number or a topic that nobody has written
 */
export function checkSites(sites: readonly SiteConfig[], contents: ContentByLocale): void {
  for (const site of sites) {
    for (const locale of site.languages) checkNumbers(site, contents, locale)
    checkTopic(site)
  }
}

function checkNumbers(site: SiteConfig, contents: ContentByLocale, locale: string): void {
  const routes = contents.get(locale)?.contactRoutes ?? []
  for (const id of site.numbers)
    if (findContactRoute(routes, id)?.numbers[0] === undefined)
      throw new ConfigurationError(
        `${site.id}.yaml: numbers`,
        `content/routes.yaml has no way to get help “${id}” with a number`,
        `write some of: ${routes.flatMap((route) => (route.numbers[0] ? route.id : [])).join(', ')}`,
      )
}

function checkTopic(site: SiteConfig): void {
  try {
    getJourney(site.topic)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new ConfigurationError(`${site.id}.yaml: topic`, error.message, 'write one of these')
  }
}
