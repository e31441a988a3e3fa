import { type Html, html } from '../html.ts'
import { attributes, classes } from './attributes.ts'
import { type Content, contentOf, type Styling } from './content.ts'

export type TagOptions = Content & Styling

export function tag(options: TagOptions): Html {
  const own = attributes({ class: classes('govuk-tag', options.classes), ...options.attributes })
  return html`<strong${own}>${contentOf(options)}</strong>`
}
