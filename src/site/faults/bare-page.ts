import type { FastifyReply } from 'fastify'
import { type ContactRoute, findContactRoute } from '../../advice/contact-route.ts'
import { type Html, html } from '../../ui/html.ts'
import type { Words } from '../../ui/words.ts'
import type { FaultStatus } from '../../web/fault.ts'
import { securityHeaders } from '../../web/security-headers.ts'
import type { SiteDependencies } from '../site-dependencies.ts'

export type Speaking = Pick<SiteDependencies, 'config' | 'contents'>

/** Answers where it is not known which site was meant, so that no site can lend its look. */
export function sendBareFault(
  deps: Speaking,
  reply: FastifyReply,
  status: FaultStatus,
): FastifyReply {
  return reply
    .code(status)
    .headers(securityHeaders({ scripts: [], styles: [], secure: false }))
    .type('text/html; charset=utf-8')
    .send(barePage(deps, status))
}

/** A whole page of the first site, in its first language: no layout, no style, still the numbers. */
export function barePage({ config, contents }: Speaking, status: FaultStatus): string {
  const [site] = config.sites
  const locale = site?.languages[0] ?? 'en'
  const content = contents.get(locale)
  if (site === undefined || content === undefined) throw new Error('there is no site to speak for')
  const { words, contactRoutes } = content
  const numbers = site.numbers.flatMap((id) => findContactRoute(contactRoutes, id) ?? [])
  return bareDocument({ lang: locale, dir: content.language.direction, words, numbers, status })
}

interface BareView {
  readonly lang: string
  readonly dir: string
  readonly words: Words
  readonly numbers: readonly ContactRoute[]
  readonly status: FaultStatus
}

function bareDocument({ lang, dir, words, numbers, status }: BareView): string {
  return html`<!DOCTYPE html>
<html lang="${lang}" dir="${dir}">
<head><meta charset="utf-8"><title>${words(`errors.${status}.title`)}</title><meta name="viewport" content="width=device-width, initial-scale=1"></head>
<body>
<p><a href="/leave" rel="noreferrer nofollow">${words('common.leave.label')}</a></p>
<main>
<h1>${words(`errors.${status}.title`)}</h1>
<p>${words(`errors.${status}.happened`)}</p>
<p>${words(`errors.${status}.next`)}</p>
<p>${words('errors.call')}</p>
<ul>${numbers.map(item)}</ul>
</main>
</body>
</html>
`.toString()
}

function item({ name, numbers, link }: ContactRoute): Html {
  const calls = numbers.map(({ number, href }) => html` <a href="${href}">${number}</a>`)
  const page = link && html` <a href="${link.href}" rel="noreferrer">${link.text}</a>`
  return html`<li>${name}:${calls}${page}</li>`
}
