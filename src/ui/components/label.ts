import { type Html, html } from '../html.ts'
import { attributes, classes } from './attributes.ts'
import { type Content, contentOf, hasContent, type Styling } from './content.ts'

export type LabelOptions = Content &
  Styling & {
    readonly for?: string | undefined
    readonly isPageHeading?: boolean | undefined
  }

export function label(options: LabelOptions): Html {
  if (!hasContent(options)) return html``
  const tag = attributes({
    class: classes('govuk-label', options.classes),
    ...options.attributes,
    for: options.for || undefined,
  })
  const element = html`<label${tag}>${contentOf(options)}</label>`
  return options.isPageHeading ? html`<h1 class="govuk-label-wrapper">${element}</h1>` : element
}
