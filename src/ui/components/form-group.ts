/** What the fields of a form share: a frame, a hint, an error, and the names that tie them up. */
import { type Html, html } from '../html.ts'
import { attributes, classes } from './attributes.ts'
import { type Content, contentOf, type Styling } from './content.ts'
import { type ErrorMessageOptions, errorMessage } from './error-message.ts'
import { type HintOptions, hint } from './hint.ts'

export type FormGroup = Styling & {
  readonly beforeInput?: Content | undefined
  readonly afterInput?: Content | undefined
}

export type ChoiceGroup = Styling & {
  readonly beforeInputs?: Content | undefined
  readonly afterInputs?: Content | undefined
}

export type Described = {
  readonly hint?: Omit<HintOptions, 'id'> | undefined
  readonly errorMessage?: Omit<ErrorMessageOptions, 'id'> | undefined
}

/** The hint and the error of the field `id`, and what its `aria-describedby` must hold. */
export function descriptions(
  id: string,
  options: Described,
  describedBy?: string,
): { readonly describedBy: string | undefined; readonly markup: Html } {
  const ids = [
    describedBy,
    options.hint && `${id}-hint`,
    options.errorMessage && `${id}-error`,
  ].filter(Boolean)
  const markup = html`${options.hint && hint({ ...options.hint, id: `${id}-hint` })}${
    options.errorMessage && errorMessage({ ...options.errorMessage, id: `${id}-error` })
  }`
  return { describedBy: ids.join(' ') || undefined, markup }
}

export function formGroup(group: Styling | undefined, hasError: boolean, content: Html): Html {
  const tag = attributes({
    class: classes('govuk-form-group', hasError && 'govuk-form-group--error', group?.classes),
    ...group?.attributes,
  })
  return html`<div${tag}>${content}</div>`
}

/** Something put beside a field, with the space that keeps it apart. */
export function beside(content: Content | undefined): Html | undefined {
  return content && html` ${contentOf(content)} `
}
