import { type Html, html } from '../html.ts'
import { type Attributes, attributes, classes } from './attributes.ts'
import { type Content, contentOf, type Styling } from './content.ts'

export type ErrorLink = Content & {
  readonly href?: string | undefined
  readonly attributes?: Attributes | undefined
}

export type ErrorSummaryOptions = Styling & {
  readonly titleText?: string | undefined
  readonly titleHtml?: Html | undefined
  readonly descriptionText?: string | undefined
  readonly descriptionHtml?: Html | undefined
  readonly errorList?: readonly ErrorLink[] | undefined
  readonly disableAutoFocus?: boolean | undefined
}

export function errorSummary(options: ErrorSummaryOptions): Html {
  const tag = attributes({
    class: classes('govuk-error-summary', options.classes),
    'data-disable-auto-focus':
      options.disableAutoFocus === undefined ? undefined : String(options.disableAutoFocus),
    ...options.attributes,
    'data-module': 'govuk-error-summary',
  })
  const title = options.titleHtml ?? options.titleText
  const description = options.descriptionHtml ?? options.descriptionText
  const list = options.errorList ?? []
  return html`<div${tag}><div role="alert"><h2 class="govuk-error-summary__title">${title}</h2><div class="govuk-error-summary__body">${
    description && html`<p>${description}</p>`
  }${
    list.length > 0 && html`<ul class="govuk-list govuk-error-summary__list">${list.map(item)}</ul>`
  }</div></div></div>`
}

function item(options: ErrorLink): Html {
  const content = contentOf(options)
  if (!options.href) return html`<li>${content}</li>`
  return html`<li><a${attributes({ href: options.href, ...options.attributes })}>${content}</a></li>`
}
