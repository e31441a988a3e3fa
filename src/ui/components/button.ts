import { type Html, html } from '../html.ts'
import { type Attributes, attributes, classes } from './attributes.ts'
import { type Content, contentOf, type Styling } from './content.ts'

export type ButtonOptions = Content &
  Styling & {
    readonly id?: string | undefined
    readonly type?: 'submit' | 'button' | 'reset' | undefined
    readonly name?: string | undefined
    readonly value?: string | undefined
    readonly disabled?: boolean | undefined
    readonly preventDoubleClick?: boolean | undefined
    readonly href?: string | undefined
    readonly isStartButton?: boolean | undefined
  }

const startIcon = html`<svg class="govuk-button__start-icon" xmlns="http://www.w3.org/2000/svg" width="17.5" height="19" viewBox="0 0 33 40" aria-hidden="true" focusable="false"><path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z"/></svg>`

/** A link that looks like a button when it has an `href`, else a button. */
export function button(options: ButtonOptions): Html {
  const inside = html`${caption(options)}${options.isStartButton && html` ${startIcon}`}`
  const common = {
    class: classes('govuk-button', options.classes, options.isStartButton && 'govuk-button--start'),
    'data-module': 'govuk-button',
    ...options.attributes,
    id: options.id,
  }
  if (options.href) {
    const link = { href: options.href, role: 'button', draggable: 'false', ...common }
    return html`<a${attributes(link)}>${inside}</a>`
  }
  return html`<button${attributes({ ...ownAttributes(options), ...common })}>${inside}</button>`
}

function caption(options: ButtonOptions): Html | string {
  // A start button lays its parts out with flexbox, which would lose the spaces between elements.
  if (options.isStartButton && options.html) return html`<span>${options.html}</span>`
  return contentOf(options)
}

function ownAttributes(options: ButtonOptions): Attributes {
  return {
    type: options.type ?? 'submit',
    value: options.value || undefined,
    name: options.name || undefined,
    disabled: options.disabled,
    'aria-disabled': options.disabled ? 'true' : undefined,
    'data-prevent-double-click':
      options.preventDoubleClick === undefined ? undefined : String(options.preventDoubleClick),
  }
}
