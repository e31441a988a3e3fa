import type { FastifyReply, FastifyRequest } from 'fastify'
import { backLink } from '../../ui/components/back-link.ts'
import { type ErrorLink, errorSummary } from '../../ui/components/error-summary.ts'
import { type Html, html } from '../../ui/html.ts'
import { faultStatusOf } from '../../web/fault.ts'
import { failure } from '../../web/log.ts'
import type { SiteDependencies } from '../site-dependencies.ts'
import type { SitePageView } from '../site-pages.ts'
import type { Visit } from '../visit.ts'

/** One page of the mailbox: what is wrong with what was typed, and what is under the heading. */
export interface MailboxPage {
  readonly title: string
  readonly main: Html
  readonly errors?: readonly ErrorLink[] | undefined
  /** Where something is wrong; otherwise 422. */
  readonly status?: number | undefined
}

/** A page behind the receipt. It holds what was opened, so it is never compressed. */
export function mailboxView({ words }: Visit, page: MailboxPage): SitePageView {
  const { title, main, errors = [], status = 422 } = page
  const wrong = errors.length > 0
  return {
    title,
    wrong,
    main: html`${backLink({ text: words('mailbox.back'), href: '/b/open' })}
${wrong && errorSummary({ titleText: words('errors.summary'), errorList: errors })}
<h1 class="govuk-heading-l">${title}</h1>
${main}`,
    ...standing,
    ...(wrong && { status }),
  }
}

/** How every page behind the receipt stands. */
export const standing = {
  styles: 'form',
  numbers: true,
  cookieBanner: false,
  focused: true,
  compress: false,
} as const

/** Whatever fails behind the page: says so, keeps what was typed, and shows the numbers. */
export async function orTrouble(
  { request, reply, deps }: Asked,
  work: () => Promise<FastifyReply>,
  trouble: () => SitePageView,
): Promise<FastifyReply> {
  try {
    return await work()
  } catch (error) {
    if (faultStatusOf(error) < 500) throw error
    deps.log(failure('site', error))
    reply.header('retry-after', '60')
    return deps.send(request, reply, trouble())
  }
}

/** One request to the mailbox. */
export interface Asked {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly deps: SiteDependencies
}
