import { type Html, html, trusted } from '../html.ts'
import { attributes, classes } from './attributes.ts'
import type { Content, Styling } from './content.ts'

export type NotificationBannerOptions = Content &
  Styling & {
    readonly titleText?: string | undefined
    readonly titleHtml?: Html | undefined
    readonly titleHeadingLevel?: 1 | 2 | 3 | 4 | 5 | 6 | undefined
    readonly titleId?: string | undefined
    readonly type?: 'success' | undefined
    readonly role?: string | undefined
    readonly disableAutoFocus?: boolean | undefined
  }

export function notificationBanner(options: NotificationBannerOptions): Html {
  const success = options.type === 'success'
  const titleId = options.titleId || 'govuk-notification-banner-title'
  const tag = attributes({
    class: classes(
      'govuk-notification-banner',
      success && 'govuk-notification-banner--success',
      options.classes,
    ),
    role: options.role || (success ? 'alert' : 'region'),
    'aria-labelledby': titleId,
    'data-module': 'govuk-notification-banner',
    'data-disable-auto-focus':
      options.disableAutoFocus === undefined ? undefined : String(options.disableAutoFocus),
    ...options.attributes,
  })
  const level = trusted(`h${options.titleHeadingLevel ?? 2}`)
  return html`<div${tag}><div class="govuk-notification-banner__header"><${level} class="govuk-notification-banner__title" id="${titleId}">${title(options)}</${level}></div><div class="govuk-notification-banner__content">${words(options)}</div></div>`
}

function title(options: NotificationBannerOptions): Html | string {
  const fallback = options.type === 'success' ? 'Success' : 'Important'
  return options.titleHtml ?? (options.titleText || fallback)
}

function words(options: NotificationBannerOptions): Html | undefined {
  if (options.html) return options.html
  if (!options.text) return undefined
  return html`<p class="govuk-notification-banner__heading">${options.text}</p>`
}
