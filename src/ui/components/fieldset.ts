import { type Html, html } from '../html.ts'
import { attributes, classes } from './attributes.ts'
import { type Content, contentOf, hasContent, type Styling } from './content.ts'

export type Legend = Content & {
  readonly classes?: string | undefined
  readonly isPageHeading?: boolean | undefined
}

export type FieldsetOptions = Styling & {
  readonly describedBy?: string | undefined
  readonly legend?: Legend | undefined
  readonly role?: string | undefined
  readonly html?: Html | undefined
}

export function fieldset(options: FieldsetOptions): Html {
  const tag = attributes({
    class: classes('govuk-fieldset', options.classes),
    role: options.role || undefined,
    'aria-describedby': options.describedBy || undefined,
    ...options.attributes,
  })
  return html`<fieldset${tag}>${legend(options.legend)}${options.html}</fieldset>`
}

function legend(options: Legend | undefined): Html | undefined {
  if (!hasContent(options)) return undefined
  const tag = attributes({ class: classes('govuk-fieldset__legend', options?.classes) })
  const content = contentOf(options)
  if (!options.isPageHeading) return html`<legend${tag}>${content}</legend>`
  return html`<legend${tag}><h1 class="govuk-fieldset__heading">${content}</h1></legend>`
}
