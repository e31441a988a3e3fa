import type { Html } from '../html.ts'
import { type Choice, type ChoicesOptions, choices, type Knob } from './choices.ts'

export type Checkbox = Choice & {
  readonly name?: string | undefined
  /** `exclusive` unticks the others, where there is script. */
  readonly behaviour?: 'exclusive' | undefined
}

export type CheckboxesOptions = ChoicesOptions<Checkbox> & {
  readonly describedBy?: string | undefined
  /** The values of the ticked items; an item's own `checked` wins. */
  readonly values?: readonly string[] | undefined
}

export function checkboxes(options: CheckboxesOptions): Html {
  const kind = {
    block: 'govuk-checkboxes',
    type: 'checkbox',
    describedBy: options.describedBy,
    describesItems: options.fieldset === undefined,
  } as const
  return choices(kind, options, (item) => knob(options, item))
}

function knob(options: CheckboxesOptions, item: Checkbox): Knob {
  const ticked = options.values?.some((value) => value === item.value) ?? false
  return {
    name: item.name || options.name,
    checked: item.checked ?? ticked,
    ...(item.behaviour && { behaviour: item.behaviour }),
  }
}
