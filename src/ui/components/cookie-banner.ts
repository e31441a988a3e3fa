import { type Html, html } from '../html.ts'
import { type Attributes, attributes, classes } from './attributes.ts'
import { button } from './button.ts'
import type { Content, Styling } from './content.ts'

export type BannerAction = Styling & {
  readonly text: string
  readonly type?: 'submit' | 'button' | undefined
  readonly href?: string | undefined
  readonly name?: string | undefined
  readonly value?: string | undefined
}

export type BannerMessage = Content &
  Styling & {
    readonly headingText?: string | undefined
    readonly headingHtml?: Html | undefined
    readonly actions?: readonly BannerAction[] | undefined
    readonly hidden?: boolean | undefined
    readonly role?: string | undefined
  }

export type CookieBannerOptions = Styling & {
  readonly ariaLabel?: string | undefined
  readonly hidden?: boolean | undefined
  readonly messages: readonly BannerMessage[]
}

/** An action with an `href` is a link unless its type is `button`; its type is `button` by default. */
export function cookieBanner(options: CookieBannerOptions): Html {
  const tag = attributes({
    class: classes('govuk-cookie-banner', options.classes),
    'data-nosnippet': true,
    role: 'region',
    'aria-label': options.ariaLabel || 'Cookie banner',
    hidden: options.hidden,
    ...options.attributes,
  })
  return html`<div${tag}>${options.messages.map(message)}</div>`
}

function message(options: BannerMessage): Html {
  const tag = attributes({
    class: classes('govuk-cookie-banner__message', options.classes, 'govuk-width-container'),
    role: options.role,
    ...options.attributes,
    hidden: options.hidden,
  })
  const actions =
    options.actions && html`<div class="govuk-button-group">${options.actions.map(action)}</div>`
  return html`<div${tag}><div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${heading(options)}<div class="govuk-cookie-banner__content">${words(options)}</div></div></div>${actions}</div>`
}

function heading(options: BannerMessage): Html | undefined {
  const content = options.headingHtml ?? options.headingText
  if (!content) return undefined
  return html`<h2 class="govuk-cookie-banner__heading govuk-heading-m">${content}</h2>`
}

function words(options: BannerMessage): Html | undefined {
  if (options.html) return options.html
  return options.text ? html`<p class="govuk-body">${options.text}</p>` : undefined
}

function action(options: BannerAction): Html {
  if (!options.href || options.type === 'button') {
    return button({ ...options, type: options.type ?? 'button' })
  }
  const link: Attributes = {
    class: classes('govuk-link', options.classes),
    href: options.href,
    ...options.attributes,
  }
  return html`<a${attributes(link)}>${options.text}</a>`
}
