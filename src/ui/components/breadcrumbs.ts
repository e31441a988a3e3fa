import { type Html, html } from '../html.ts'
import { type Attributes, attributes, classes } from './attributes.ts'
import { type Content, contentOf, type Styling } from './content.ts'

export type Breadcrumb = Content & {
  readonly href?: string | undefined
  readonly attributes?: Attributes | undefined
}

export type BreadcrumbsOptions = Styling & {
  readonly items: readonly Breadcrumb[]
  readonly collapseOnMobile?: boolean | undefined
  readonly labelText?: string | undefined
}

/** An item without `href` is the page itself. */
export function breadcrumbs(options: BreadcrumbsOptions): Html {
  const tag = attributes({
    class: classes(
      'govuk-breadcrumbs',
      options.classes,
      options.collapseOnMobile && 'govuk-breadcrumbs--collapse-on-mobile',
    ),
    'aria-label': options.labelText ?? 'Breadcrumb',
    ...options.attributes,
  })
  return html`<nav${tag}><ol class="govuk-breadcrumbs__list">${options.items.map(crumb)}</ol></nav>`
}

function crumb(item: Breadcrumb): Html {
  const content = contentOf(item)
  if (!item.href) {
    return html`<li class="govuk-breadcrumbs__list-item" aria-current="page">${content}</li>`
  }
  const tag = attributes({
    class: 'govuk-breadcrumbs__link',
    href: item.href,
    ...item.attributes,
  })
  return html`<li class="govuk-breadcrumbs__list-item"><a${tag}>${content}</a></li>`
}
