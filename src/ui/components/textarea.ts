import { type Html, html } from '../html.ts'
import { attributes, classes } from './attributes.ts'
import type { Styling } from './content.ts'
import { beside, type Described, descriptions, type FormGroup, formGroup } from './form-group.ts'
import { type LabelOptions, label } from './label.ts'

export type TextareaOptions = Styling &
  Described & {
    /** The name, when absent. */
    readonly id?: string | undefined
    readonly name: string
    readonly label: Omit<LabelOptions, 'for'>
    readonly rows?: number | undefined
    readonly value?: string | undefined
    readonly disabled?: boolean | undefined
    readonly describedBy?: string | undefined
    readonly autocomplete?: string | undefined
    readonly spellcheck?: boolean | undefined
    readonly formGroup?: FormGroup | undefined
  }

export function textarea(options: TextareaOptions): Html {
  const id = options.id || options.name
  const described = descriptions(id, options, options.describedBy)
  const { beforeInput, afterInput } = options.formGroup ?? {}
  const field = element(id, options, described.describedBy)
  return formGroup(
    options.formGroup,
    options.errorMessage !== undefined,
    html`${label({ ...options.label, for: id })}${described.markup}${beside(beforeInput)}${field}${beside(afterInput)}`,
  )
}

function element(id: string, options: TextareaOptions, describedBy: string | undefined): Html {
  const tag = attributes({
    class: classes(
      'govuk-textarea',
      options.errorMessage && 'govuk-textarea--error',
      options.classes,
    ),
    id,
    name: options.name,
    rows: options.rows || 5,
    spellcheck: options.spellcheck === undefined ? undefined : String(options.spellcheck),
    disabled: options.disabled,
    'aria-describedby': describedBy,
    autocomplete: options.autocomplete || undefined,
    ...options.attributes,
  })
  return html`<textarea${tag}>${startingOnItsOwnLine(options.value)}</textarea>`
}

// A browser drops a line break right after the tag, so a text that begins with one needs two.
function startingOnItsOwnLine(value = ''): string {
  return value.startsWith('\n') || value.startsWith('\r\n') ? `\n${value}` : value
}
