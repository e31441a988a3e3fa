import { type Html, html } from '../html.ts'
import { attributes, classes } from './attributes.ts'
import { type Content, contentOf, type Styling } from './content.ts'

export type ErrorMessageOptions = Content &
  Styling & {
    readonly id?: string | undefined
    /** Said before the message to those who cannot see its colour; an empty text says nothing. */
    readonly visuallyHiddenText?: string | undefined
  }

export function errorMessage(options: ErrorMessageOptions): Html {
  const tag = attributes({
    id: options.id || undefined,
    class: classes('govuk-error-message', options.classes),
    ...options.attributes,
  })
  const hidden = options.visuallyHiddenText ?? 'Error'
  const prefix = hidden !== '' && html`<span class="govuk-visually-hidden">${hidden}:</span> `
  return html`<p${tag}>${prefix}${contentOf(options)}</p>`
}
