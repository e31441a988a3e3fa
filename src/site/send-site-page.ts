import type { Assets } from '../ui/assets.ts'
import { cspHash } from '../ui/assets.ts'
import { brandStyle } from '../ui/brand-style.ts'
import type { PageCache } from '../web/page-cache.ts'
import { securityHeaders } from '../web/security-headers.ts'
import { sendPage } from '../web/send-page.ts'
import { keepLanguage } from './keep-language.ts'
import type { DrawPage } from './kept-pages.ts'
import { statusOf } from './page-status.ts'
import type { SendSitePage } from './site-dependencies.ts'
import { sitePage } from './site-page.ts'
import type { SitePageView } from './site-pages.ts'
import type { Visit } from './visit.ts'

/** Draws pages of the site with everything around them. */
export function siteDrawer(assets: Assets): DrawPage {
  const headersOf = rememberHeaders(assets)
  return (visit, view) => {
    const markup = sitePage(visit, view, assets).toString()
    return {
      headers: { ...headersOf(visit, view), ...onionLocation(visit) },
      markup: keepLanguage(markup, visit.prefix, visit.site.languages),
    }
  }
}

/** Sends pages of the site, and keeps those that are the same for everyone. */
export function siteSender(draw: DrawPage, cache: PageCache): SendSitePage {
  return (request, reply, view) => {
    const { visit } = request
    const { headers, markup } = draw(visit, view)
    if (isForEveryone(visit, view) && plainAddress.test(request.originalUrl))
      cache.put(request.headers, request.originalUrl, htmlHeaders(headers), Buffer.from(markup))
    return sendPage(request, reply, markup, {
      headers,
      status: statusOf(visit, view),
      ...(view.compress === undefined ? {} : { compress: view.compress }),
    })
  }
}

// A page has one address without escapes, and endlessly many with them: a page kept under each
// would cost a slow compression and push out those that people ask for.
const plainAddress = /^\/[\w/-]*$/

function isForEveryone(visit: Visit, view: SitePageView): boolean {
  const plain = visit.choices === undefined && visit.notice === undefined
  return view.cacheable === true && plain && view.status === undefined
}

function htmlHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  return { ...headers, 'content-type': 'text/html; charset=utf-8' }
}

// Tor Browser offers to go on there, where no other machine stands between it and us.
function onionLocation({ site, onion, prefix, path }: Visit): Readonly<Record<string, string>> {
  if (site.onion === undefined || onion) return {}
  return { 'onion-location': `${site.onion}${prefix}${path}` }
}

function rememberHeaders(assets: Assets) {
  const made = new Map<string, Readonly<Record<string, string>>>()
  return (visit: Visit, view: SitePageView): Readonly<Record<string, string>> => {
    const key = `${visit.site.id} ${visit.secure} ${view.styles} ${view.script === undefined}`
    const headers = made.get(key) ?? headersFor(visit, view, assets)
    made.set(key, headers)
    return headers
  }
}

function headersFor(visit: Visit, view: SitePageView, assets: Assets) {
  const hasScript = view.script !== undefined
  return securityHeaders({
    scripts: [assets.inline('leave').cspHash, ...(hasScript ? ["'self'"] : [])],
    styles: [assets.hashes[view.styles ?? 'content'], cspHash(brandStyle(visit.site.brand))],
    ...(hasScript && { trustedTypes: 'signpost lit-html files-worker' }),
    secure: visit.secure,
  })
}
