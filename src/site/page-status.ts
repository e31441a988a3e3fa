import type { SitePageView } from './site-pages.ts'
import type { Visit } from './visit.ts'
import { isPrivate } from './window-title.ts'

/** Browsers neither list nor suggest what was not found, though they show it all the same. */
export function statusOf({ site, path }: Visit, { status }: SitePageView): number {
  return status ?? (site.unlisted === true && isPrivate(path) ? 404 : 200)
}
