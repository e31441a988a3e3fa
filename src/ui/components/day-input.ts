import { type Html, html } from '../html.ts'
import { fieldset } from './fieldset.ts'
import { descriptions, formGroup } from './form-group.ts'
import { input } from './input.ts'

export interface DayInputOptions {
  /** The fields are called `<name>-day`, `<name>-month` and `<name>-year`. */
  readonly name: string
  readonly legend: string
  readonly hint?: string | undefined
  readonly error?: string | undefined
  readonly labels: DayParts
  readonly values: DayParts
}

type DayParts = Readonly<Record<(typeof parts)[number], string>>

const parts = ['day', 'month', 'year'] as const

/** A day in three fields, as GOV.UK asks for one: no browser opens a calendar over the page. */
export function dayInput(options: DayInputOptions): Html {
  const { name, legend, hint, error } = options
  const described = descriptions(name, {
    ...(hint !== undefined && { hint: { text: hint } }),
    ...(error !== undefined && { errorMessage: { text: error } }),
  })
  const fields = parts.map((part) => html`<div>${field(part, options)}</div>`)
  const inside = html`${described.markup}<div class="day-input" id="${name}">${fields}</div>`
  const whole = fieldset({
    role: 'group',
    describedBy: described.describedBy,
    legend: { text: legend, classes: 'govuk-fieldset__legend--m' },
    html: inside,
  })
  return formGroup(undefined, error !== undefined, whole)
}

function field(
  part: (typeof parts)[number],
  { name, labels, values, error }: DayInputOptions,
): Html {
  const width = part === 'year' ? 4 : 2
  return input({
    name: `${name}-${part}`,
    label: { text: labels[part] },
    classes: `govuk-input--width-${width}${error === undefined ? '' : ' govuk-input--error'}`,
    value: values[part],
    inputmode: 'numeric',
    autocomplete: 'off',
    spellcheck: false,
  })
}
