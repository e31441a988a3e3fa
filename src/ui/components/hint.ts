import { type Html, html } from '../html.ts'
import { attributes, classes } from './attributes.ts'
import { type Content, contentOf, type Styling } from './content.ts'

export type HintOptions = Content & Styling & { readonly id?: string | undefined }

export function hint(options: HintOptions): Html {
  const tag = attributes({
    id: options.id || undefined,
    class: classes('govuk-hint', options.classes),
    ...options.attributes,
  })
  return html`<div${tag}>${contentOf(options)}</div>`
}
