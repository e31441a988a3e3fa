import { type Html, html } from '../html.ts'
import { attributes, classes } from './attributes.ts'
import { type Content, contentOf, type Styling } from './content.ts'

export type WarningTextOptions = Content &
  Styling & { readonly iconFallbackText?: string | undefined }

export function warningText(options: WarningTextOptions): Html {
  const tag = attributes({
    class: classes('govuk-warning-text', options.classes),
    ...options.attributes,
  })
  const spoken = options.iconFallbackText || 'Warning'
  return html`<div${tag}><span class="govuk-warning-text__icon" aria-hidden="true">!</span><strong class="govuk-warning-text__text"><span class="govuk-visually-hidden">${spoken}</span> ${contentOf(options)}</strong></div>`
}
