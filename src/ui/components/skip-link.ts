import { type Html, html } from '../html.ts'
import { attributes, classes } from './attributes.ts'
import { type Content, contentOf, type Styling } from './content.ts'

export type SkipLinkOptions = Content & Styling & { readonly href?: string | undefined }

export function skipLink(options: SkipLinkOptions): Html {
  const tag = attributes({
    href: options.href || '#content',
    class: classes('govuk-skip-link', options.classes),
    ...options.attributes,
    'data-module': 'govuk-skip-link',
  })
  return html`<a${tag}>${contentOf(options)}</a>`
}
