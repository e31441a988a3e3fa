import { type Html, html } from '../html.ts'
import { attributes, classes } from './attributes.ts'
import { type Content, contentOf, type Styling } from './content.ts'

export type BackLinkOptions = Content & Styling & { readonly href?: string | undefined }

export function backLink(options: BackLinkOptions): Html {
  const tag = attributes({
    href: options.href || '#',
    class: classes('govuk-back-link', options.classes),
    ...options.attributes,
  })
  return html`<a${tag}>${contentOf({ text: 'Back', ...options })}</a>`
}
