import type { Html } from '../html.ts'
import { type Choice, type ChoicesOptions, choices } from './choices.ts'

export type RadiosOptions = ChoicesOptions<Choice> & {
  /** The value of the chosen item; an item's own `checked` wins. */
  readonly value?: string | undefined
}

export function radios(options: RadiosOptions): Html {
  const kind = { block: 'govuk-radios', type: 'radio', describesItems: false } as const
  return choices(kind, options, (item) => ({
    name: options.name,
    checked: item.checked ?? Boolean(options.value && item.value === options.value),
  }))
}
