import type { FastifyReply, FastifyRequest } from 'fastify'
import { preferredEncoding } from '../web/page-cache.ts'
import { squeeze } from '../web/send-page.ts'
import { statusOf } from './page-status.ts'
import type { SitePageView } from './site-pages.ts'
import type { Visit } from './visit.ts'

/** A whole page as it goes out: its headers, and its body as it is compressed. */
interface KeptPage {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

/** Draws a view with everything around it. */
export type DrawPage = (
  visit: Visit,
  view: SitePageView,
) => { readonly headers: Readonly<Record<string, string>>; readonly markup: string }

/** Some ten megabytes. */
const mostPages = 500

/**
 * Sends pages that many are shown in turn, though not everyone: questions that nobody has typed into
 * yet. Drawing and compressing them is most of the work of answering, and is done once.
 *
 * @param name says all that the page takes from anything but who asks. Never anything typed.
 */
export function keptSender(draw: DrawPage) {
  const pages = new Map<string, KeptPage>()
  return (
    request: FastifyRequest,
    reply: FastifyReply,
    name: string,
    makeView: () => SitePageView,
  ): FastifyReply => {
    const encoding = preferredEncoding(request.headers['accept-encoding'])
    const key = `${encoding} ${nameOf(request.visit)} ${name}`
    const page = pages.get(key) ?? drawn(draw, request.visit, makeView(), encoding)
    if (pages.size >= mostPages) pages.clear()
    pages.set(key, page)
    return reply.code(page.status).headers(page.headers).send(page.body)
  }
}

/** All of a visit that shows on a page without a notice and without the question about cookies. */
function nameOf(visit: Visit): string {
  const { site, onion, locale, prefix, path, preferences, notice, isArrival } = visit
  const { theme, textSize, history } = preferences
  return [site.id, onion, locale, prefix, path, theme, textSize, history, notice, isArrival].join(
    ' ',
  )
}

function drawn(
  draw: DrawPage,
  visit: Visit,
  view: SitePageView,
  encoding: ReturnType<typeof preferredEncoding>,
): KeptPage {
  const { headers, markup } = draw(visit, view)
  const status = statusOf(visit, view)
  const body = Buffer.from(markup)
  const common = {
    ...headers,
    'content-type': 'text/html; charset=utf-8',
    vary: 'accept-encoding, cookie',
  }
  if (encoding === 'identity') return { status, headers: common, body }
  return {
    status,
    headers: { ...common, 'content-encoding': encoding },
    body: squeeze(body, encoding),
  }
}
