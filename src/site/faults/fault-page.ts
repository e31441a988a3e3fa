import type { FastifyReply, FastifyRequest } from 'fastify'
import { hero } from '../../ui/components/hero.ts'
import { linkList } from '../../ui/components/link-list.ts'
import { type Html, html } from '../../ui/html.ts'
import type { Words } from '../../ui/words.ts'
import type { FaultStatus } from '../../web/fault.ts'
import { resolveVisit } from '../resolve-visit.ts'
import type { SiteDependencies } from '../site-dependencies.ts'
import type { Visit } from '../visit.ts'
import { barePage, type Speaking, sendBareFault } from './bare-page.ts'

/** Sends the page in words for a fault: what happened, what to do next, whom to call. */
export function sendSiteFault(deps: SiteDependencies) {
  return (request: FastifyRequest, reply: FastifyReply, status: FaultStatus): FastifyReply => {
    if (status === 429 || status === 503) reply.header('retry-after', '60')
    const visit = visitOf(request, status, deps)
    if (visit === undefined) return sendBareFault(deps, reply, status)
    request.visit = visit
    return deps.send(request, reply, {
      title: visit.words(`errors.${status}.title`),
      main: faultPage(visit.words, status),
      status,
      // Nothing stands between the words and the numbers.
      cookieBanner: false,
      numbers: true,
    })
  }
}

/** Made at start, for when nothing else can be made any more. */
export function lastResortPage(parts: Speaking): string {
  return barePage(parts, 500)
}

/** What is in `<main>`: never a trace, an address or anything else that was sent. */
function faultPage(words: Words, status: FaultStatus): Html {
  return html`${hero({ title: words(`errors.${status}.title`), lead: words(`errors.${status}.happened`) })}
<h2>${words('errors.next')}</h2>
<p>${words(`errors.${status}.next`)}</p>
${linkList([
  { href: '/', text: words('errors.home') },
  { href: '/help', text: words('errors.help') },
  { href: '/report', text: words('errors.report') },
])}`
}

// A request may be refused before anybody worked out who is asking.
function visitOf(
  request: FastifyRequest,
  status: FaultStatus,
  { config, contents }: SiteDependencies,
): Visit | undefined {
  const known: Visit | undefined = request.visit
  if (known !== undefined || status === 421) return known
  // Where an address could not even be read, no cookie was.
  request.cookies ??= {}
  return resolveVisit(request, config.sites, contents)
}
