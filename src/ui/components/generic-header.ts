import { type Html, html } from '../html.ts'
import { attributes, classes } from './attributes.ts'
import type { Styling } from './content.ts'

export type GenericHeaderOptions = Styling & {
  readonly logoText?: string | undefined
  readonly logoHtml?: Html | undefined
  readonly url?: string | undefined
  readonly containerClasses?: string | undefined
}

export function genericHeader(options: GenericHeaderOptions): Html {
  const tag = attributes({
    class: classes('govuk-generic-header', options.classes),
    ...options.attributes,
  })
  const container = classes(
    'govuk-generic-header__container',
    options.containerClasses || 'govuk-width-container',
  )
  return html`<div${tag}><div class="${container}"><div class="govuk-generic-header__logo"><a href="${options.url || '/'}" class="govuk-generic-header__homepage-link">${options.logoHtml ?? options.logoText}</a></div></div></div>`
}
