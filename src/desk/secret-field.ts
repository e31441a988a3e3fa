import { button } from '../ui/components/button.ts'
import { type Html, html } from '../ui/html.ts'
import type { Words } from '../ui/words.ts'

/**
 * A field for a passphrase. It has no name, so no browser can ever send it: only our script reads
 * it, and nothing but what is derived from it leaves the page.
 */
export function secretField(
  words: Words,
  field: {
    readonly id: string
    readonly label: string
    readonly hint?: string | undefined
    readonly autocomplete: 'current-password' | 'new-password'
  },
): Html {
  const { id, label, hint, autocomplete } = field
  return html`<div class="govuk-form-group"><label class="govuk-label" for="${id}">${label}</label>${
    hint && html`<div class="govuk-hint" id="${id}-hint">${hint}</div>`
  }<div class="desk-secret"><input class="govuk-input" id="${id}" type="password" autocomplete="${autocomplete}" autocapitalize="none" spellcheck="false"${hint && html` aria-describedby="${id}-hint"`}>${button(
    {
      text: words('desk.script.show'),
      type: 'button',
      classes: 'govuk-button--secondary',
      attributes: {
        'data-reveal': id,
        'aria-label': words('desk.script.show-passphrase'),
        'aria-pressed': 'false',
      },
    },
  )}</div></div>`
}
