import type { Assets, StyleName } from '../ui/assets.ts'
import { cspHash } from '../ui/assets.ts'
import { brandStyle } from '../ui/brand-style.ts'
import type { PageCache } from '../web/page-cache.ts'
import { securityHeaders } from '../web/security-headers.ts'
import { sendPage } from '../web/send-page.ts'
import { sitePage } from './site-page.ts'
import type { SendSitePage, SitePageView } from './site-pages.ts'
import type { Visit } from './visit.ts'

/** Sends pages of the site with everything around them, and keeps those that are the same for everyone. */
export function siteSender(assets: Assets, cache: PageCache): SendSitePage {
  const headersOf = rememberHeaders(assets)
  return (request, reply, view) => {
    const { visit } = request
    const headers = headersOf(visit, view.styles ?? 'content')
    const markup = keepLanguage(sitePage(visit, view, assets).toString(), visit)
    if (isForEveryone(visit, view) && plainAddress.test(request.originalUrl))
      cache.put(
        request.headers.host ?? '',
        request.originalUrl,
        htmlHeaders(headers),
        Buffer.from(markup),
      )
    return sendPage(request, reply, markup, {
      headers,
      ...(view.status === undefined ? {} : { status: view.status }),
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

// Pages link to `/help`; in `/cy/…` every such link stays in Welsh. What people type cannot look
// like this, because quotes in it are escaped.
// Links that change the language name theirs already.
function keepLanguage(markup: string, { prefix, site }: Visit): string {
  if (prefix === '') return markup
  const elsewhere = ['/', 'assets/', 'favicon', ...site.languages.map((language) => `${language}/`)]
  const links = new RegExp(` (href|action)="/(?!${elsewhere.join('|')})`, 'g')
  return markup.replace(links, ` $1="${prefix}/`)
}

function rememberHeaders(assets: Assets) {
  const made = new Map<string, Readonly<Record<string, string>>>()
  return (visit: Visit, styles: StyleName): Readonly<Record<string, string>> => {
    const key = `${visit.site.id} ${styles}`
    const headers = made.get(key) ?? headersFor(visit, styles, assets)
    made.set(key, headers)
    return headers
  }
}

function headersFor(visit: Visit, styles: StyleName, assets: Assets) {
  return securityHeaders({
    scripts: [assets.inline('leave').cspHash],
    styles: [assets.hashes[styles], cspHash(brandStyle(visit.site.brand))],
    secure: visit.secure,
  })
}
