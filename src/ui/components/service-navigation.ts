import { Html, html } from '../html.ts'
import { type Attributes, attributes, classes } from './attributes.ts'
import { type Content, contentOf, hasContent, type Styling } from './content.ts'

export type NavigationItem = Content & {
  readonly href?: string | undefined
  /** This very page. */
  readonly current?: boolean | undefined
  /** The part of the site this page belongs to. */
  readonly active?: boolean | undefined
  readonly attributes?: Attributes | undefined
}

export type EndSlot = Html | { readonly html: Html; readonly align?: 'inline' | undefined }

export type ServiceNavigationOptions = Styling & {
  readonly serviceName?: string | undefined
  readonly serviceUrl?: string | undefined
  /** Absent items leave nothing. */
  readonly navigation?: readonly (NavigationItem | false | undefined)[] | undefined
  readonly navigationLabel?: string | undefined
  readonly navigationId?: string | undefined
  readonly navigationClasses?: string | undefined
  readonly ariaLabel?: string | undefined
  readonly menuButtonText?: string | undefined
  readonly menuButtonLabel?: string | undefined
  /** Needs script; our pages pass `false`. */
  readonly collapseNavigationOnMobile?: boolean | undefined
  readonly slots?:
    | {
        readonly start?: Html | undefined
        readonly end?: EndSlot | undefined
        readonly navigationStart?: Html | undefined
        readonly navigationEnd?: Html | undefined
      }
    | undefined
}

export function serviceNavigation(options: ServiceNavigationOptions): Html {
  const { start, end } = options.slots ?? {}
  const own = {
    class: classes('govuk-service-navigation', options.classes),
    'data-module': 'govuk-service-navigation',
    ...options.attributes,
  }
  const inside = container(options)
  if (!(options.serviceName || start || end)) return html`<div${attributes(own)}>${inside}</div>`
  const label = { 'aria-label': options.ariaLabel ?? 'Service information' }
  return html`<section${attributes({ ...label, ...own })}>${inside}</section>`
}

function container(options: ServiceNavigationOptions): Html {
  const { start, end } = options.slots ?? {}
  const inline = !(end instanceof Html) && end?.align === 'inline'
  const tag = attributes({
    class: classes(
      'govuk-width-container',
      inline && 'govuk-service-navigation__inlining-container',
    ),
  })
  const endHtml = end instanceof Html ? end : end?.html
  return html`<div${tag}>${start}<div class="govuk-service-navigation__container">${serviceName(options)}${navigation(options)}</div>${endHtml}</div>`
}

function serviceName({ serviceName: name, serviceUrl }: ServiceNavigationOptions): Html | false {
  if (!name) return false
  const inside = serviceUrl
    ? html`<a href="${serviceUrl}" class="govuk-service-navigation__link">${name}</a>`
    : html`<span class="govuk-service-navigation__text">${name}</span>`
  return html`<span class="govuk-service-navigation__service-name">${inside}</span>`
}

function navigation(options: ServiceNavigationOptions): Html | false {
  const { navigationStart, navigationEnd } = options.slots ?? {}
  const items = (options.navigation ?? []).filter((item) => item !== undefined && item !== false)
  if (items.length === 0 && !navigationStart && !navigationEnd) return false
  const menu = options.menuButtonText || 'Menu'
  const id = options.navigationId || 'navigation'
  const tag = attributes({
    'aria-label': options.navigationLabel || menu,
    class: classes('govuk-service-navigation__wrapper', options.navigationClasses),
  })
  const collapses = options.collapseNavigationOnMobile ?? items.length > 1
  return html`<nav${tag}>${collapses && toggle(options, menu, id)}<ul class="govuk-service-navigation__list" id="${id}">${navigationStart}${items.map(navigationItem)}${navigationEnd}</ul></nav>`
}

function toggle(options: ServiceNavigationOptions, menu: string, id: string): Html {
  const tag = attributes({
    type: 'button',
    class: 'govuk-service-navigation__toggle govuk-js-service-navigation-toggle',
    'aria-controls': id,
    'aria-label':
      options.menuButtonLabel && options.menuButtonLabel !== menu
        ? options.menuButtonLabel
        : undefined,
    hidden: true,
    'aria-hidden': 'true',
  })
  return html`<button${tag}>${menu}</button>`
}

function navigationItem(item: NavigationItem): Html {
  const here = item.active || item.current
  const name = classes(
    'govuk-service-navigation__item',
    here && 'govuk-service-navigation__item--active',
  )
  return html`<li class="${name}">${navigationLink(item)}</li>`
}

function navigationLink(item: NavigationItem): Html | undefined {
  const here = item.active || item.current
  // Bold survives where people set their own colours.
  const content = here
    ? html`<strong class="govuk-service-navigation__active-fallback">${contentOf(item)}</strong>`
    : contentOf(item)
  const current = here && { 'aria-current': item.current ? 'page' : 'true' }
  if (item.href) {
    const tag = { class: 'govuk-service-navigation__link', href: item.href, ...current }
    return html`<a${attributes({ ...tag, ...item.attributes })}>${content}</a>`
  }
  if (!hasContent(item)) return undefined
  const tag = attributes({ class: 'govuk-service-navigation__text', ...current })
  return html`<span${tag}>${content}</span>`
}
