import { button } from '../ui/components/button.ts'
import { type Html, html } from '../ui/html.ts'
import type { Words } from '../ui/words.ts'

interface NamelessField {
  readonly id: string
  readonly label: string
  readonly hint?: string | undefined
  readonly autocomplete: 'username' | 'current-password' | 'new-password' | 'off'
  readonly inputmode?: 'numeric' | undefined
}

/**
 * A field that no browser can ever send, because it has no name: only our script reads it. A form
 * that goes off without its script must not put a passphrase, or who has one, into a request.
 */
export function namelessField(field: NamelessField): Html {
  return html`<div class="govuk-form-group">${label(field)}${control(field, 'text')}</div>`
}

/** The same for a passphrase: dots, with a button that shows what they stand for. */
export function secretField(words: Words, field: NamelessField): Html {
  const show = button({
    text: words('desk.script.show'),
    type: 'button',
    classes: 'govuk-button--secondary',
    attributes: {
      'data-reveal': field.id,
      'aria-label': words('desk.script.show-passphrase'),
      'aria-pressed': 'false',
    },
  })
  return html`<div class="govuk-form-group">${label(field)}<div class="desk-secret">${control(field, 'password')}${show}</div></div>`
}

function label({ id, label: text, hint }: NamelessField): Html {
  return html`<label class="govuk-label" for="${id}">${text}</label>${
    hint && html`<div class="govuk-hint" id="${id}-hint">${hint}</div>`
  }`
}

function control(field: NamelessField, type: 'text' | 'password'): Html {
  const { id, hint, autocomplete, inputmode } = field
  const described = hint && html` aria-describedby="${id}-hint"`
  return html`<input class="govuk-input" id="${id}" type="${type}" autocomplete="${autocomplete}" autocapitalize="none" spellcheck="false"${inputmode && html` inputmode="${inputmode}"`}${described}>`
}
