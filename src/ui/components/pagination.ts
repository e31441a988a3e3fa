import { type Html, html, trusted } from '../html.ts'
import { type Attributes, attributes, classes } from './attributes.ts'
import { type Content, contentOf, hasContent, type Styling } from './content.ts'

export type PaginationLink = Content & {
  readonly href?: string | undefined
  readonly labelText?: string | undefined
  readonly attributes?: Attributes | undefined
}

export type PaginationItem = {
  readonly number?: string | number | undefined
  readonly visuallyHiddenText?: string | undefined
  readonly href?: string | undefined
  readonly current?: boolean | undefined
  readonly ellipsis?: boolean | undefined
  readonly attributes?: Attributes | undefined
}

export type PaginationOptions = Styling & {
  readonly items?: readonly (PaginationItem | undefined)[] | undefined
  readonly previous?: PaginationLink | undefined
  readonly next?: PaginationLink | undefined
  readonly landmarkLabel?: string | undefined
}

const arrows = {
  prev: 'm6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z',
  next: 'm8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z',
} as const

export function pagination(options: PaginationOptions): Html {
  const block = !options.items && Boolean(options.next || options.previous)
  const tag = attributes({
    class: classes('govuk-pagination', block && 'govuk-pagination--block', options.classes),
    'aria-label': options.landmarkLabel || 'Pagination',
    ...options.attributes,
  })
  const pages =
    options.items &&
    html`<ul class="govuk-pagination__list">${options.items.map((item) => item && page(item))}</ul>`
  return html`<nav${tag}>${arrowLink('prev', options.previous, block)}${pages}${arrowLink('next', options.next, block)}</nav>`
}

function arrowLink(
  direction: 'prev' | 'next',
  link: PaginationLink | undefined,
  block: boolean,
): Html | undefined {
  if (!link?.href) return undefined
  const tag = attributes({
    class: 'govuk-link govuk-pagination__link',
    href: link.href,
    rel: direction,
    ...link.attributes,
  })
  const titleClass = classes(
    'govuk-pagination__link-title',
    block && !link.labelText && 'govuk-pagination__link-title--decorated',
  )
  const before = block || direction === 'prev'
  const icon = arrow(direction)
  const words = hasContent(link) ? contentOf(link) : defaultWords[direction]
  return html`<div class="govuk-pagination__${direction}"><a${tag}>${before && icon}<span class="${titleClass}">${words}</span>${block && label(link)}${!before && icon}</a></div>`
}

const defaultWords = {
  prev: html`Previous<span class="govuk-visually-hidden"> page</span>`,
  next: html`Next<span class="govuk-visually-hidden"> page</span>`,
} as const

function label(link: PaginationLink): Html | undefined {
  if (!link.labelText) return undefined
  return html`<span class="govuk-visually-hidden">:</span><span class="govuk-pagination__link-label">${link.labelText}</span>`
}

function arrow(direction: 'prev' | 'next'): Html {
  return html`<svg class="govuk-pagination__icon govuk-pagination__icon--${direction}" xmlns="http://www.w3.org/2000/svg" height="13" width="15" aria-hidden="true" focusable="false" viewBox="0 0 15 13"><path d="${arrows[direction]}"></path></svg>`
}

function page(item: PaginationItem): Html {
  const name = classes(
    'govuk-pagination__item',
    item.current && 'govuk-pagination__item--current',
    item.ellipsis && 'govuk-pagination__item--ellipsis',
  )
  if (item.ellipsis) return html`<li class="${name}">${trusted('&ctdot;')}</li>`
  const tag = attributes({
    class: 'govuk-link govuk-pagination__link',
    href: item.href ?? '',
    'aria-label': item.visuallyHiddenText ?? `Page ${item.number ?? ''}`,
    'aria-current': item.current ? 'page' : undefined,
    ...item.attributes,
  })
  return html`<li class="${name}"><a${tag}>${item.number}</a></li>`
}
