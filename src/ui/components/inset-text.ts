import { type Html, html } from '../html.ts'
import { attributes, classes } from './attributes.ts'
import { type Content, contentOf, type Styling } from './content.ts'

export type InsetTextOptions = Content & Styling & { readonly id?: string | undefined }

export function insetText(options: InsetTextOptions): Html {
  const tag = attributes({
    id: options.id || undefined,
    class: classes('govuk-inset-text', options.classes),
    ...options.attributes,
  })
  return html`<div${tag}>${contentOf(options)}</div>`
}
