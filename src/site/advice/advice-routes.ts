import type { FastifyInstance, FastifyRequest } from 'fastify'
import { fillGuide, findGuide, type Guide, guideHref } from '../../advice/guide.ts'
import { supportingOrganizations } from '../../directory/directory.ts'
import { Fault } from '../../web/fault.ts'
import type { SiteDependencies } from '../site-dependencies.ts'
import type { SitePageView } from '../site-pages.ts'
import type { Visit } from '../visit.ts'
import { guidePage } from './guide-page.ts'
import { guidesPage } from './guides-page.ts'
import { helpPage } from './help-page.ts'
import { homePage } from './home-page.ts'

/** What people read: the front page, the guides, the ways to get help. */
export function adviceRoutes(app: FastifyInstance, { send, contents }: SiteDependencies): void {
  const page = (path: string, view: (visit: Visit, request: FastifyRequest) => SitePageView) =>
    app.get(path, async (request, reply) =>
      send(request, reply, { cacheable: true, urgent: true, ...view(request.visit, request) }),
    )
  page('/', homeView)
  page('/help', helpView)
  page('/guides', guidesView)
  page('/guides/:slug', (visit, request) =>
    guideView(visit, (request.params as { slug: string }).slug, 'guide'),
  )
  for (const slug of pageSlugs(contents))
    page(`/${slug}`, (visit) => guideView(visit, slug, 'page'))
}

function homeView({ content, words, locale }: Visit): SitePageView {
  const { guides, contactRoutes, directory } = content
  const organizations = supportingOrganizations(directory)
  const main = homePage({ words, locale, routes: contactRoutes, guides, organizations })
  return { title: words('advice.homeTitle'), main }
}

function helpView({ content, words, locale }: Visit): SitePageView {
  const main = helpPage({ words, locale, routes: content.contactRoutes })
  return { title: words('advice.helpTitle'), main }
}

function guidesView({ content, words, locale }: Visit): SitePageView {
  const main = guidesPage({ words, locale, guides: content.guides })
  return { title: words('advice.guidesTitle'), main }
}

function guideView(visit: Visit, slug: string, kind: 'guide' | 'page'): SitePageView {
  const { site, content, words, locale } = visit
  const values = { siteName: site.name, controller: site.controller, contact: site.contact }
  const guides = content.guides.map((guide) => fillGuide(guide, values))
  const guide = findGuide(guides, slug)
  if (guide === undefined || isPage(guide) !== (kind === 'page')) throw new Fault(404, 'no guide')
  const main = guidePage({ words, locale, guide, guides })
  return { title: guide.windowTitle ?? guide.title, main, urgent: kind === 'guide' }
}

/** Pages about the site itself, such as the privacy notice, have an address of their own. */
function pageSlugs(contents: SiteDependencies['contents']): readonly string[] {
  const guides = [...contents.values()].flatMap((content) => content.guides)
  return [...new Set(guides.filter(isPage).map((guide) => guide.slug))]
}

function isPage(guide: Guide): boolean {
  return guideHref(guide) === `/${guide.slug}`
}
