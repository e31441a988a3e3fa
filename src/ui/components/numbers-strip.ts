import { type Html, html } from '../html.ts'
import { classes } from './attributes.ts'

export type NumberToCall = {
  readonly name: string
  /** The number as people write it. */
  readonly number: string
  /** `tel:` or `sms:`. */
  readonly href: string
  readonly note?: string | undefined
  readonly danger?: boolean | undefined
}

export type NumbersStripOptions = {
  readonly heading: string
  readonly numbers: readonly NumberToCall[]
}

/** The numbers to call, below the words of every page and of every error. */
export function numbersStrip(options: NumbersStripOptions): Html {
  return html`<aside class="numbers" aria-labelledby="numbers-heading"><div class="govuk-width-container"><h2 id="numbers-heading">${options.heading}</h2><ul class="numbers__list">${options.numbers.map(item)}</ul></div></aside>`
}

function item(number: NumberToCall): Html {
  const name = classes('numbers__item', number.danger && 'numbers__item--danger')
  const note = number.note && html`<span class="numbers__note">${number.note}</span>`
  return html`<li class="${name}"><span class="numbers__name">${number.name}</span><a class="numbers__number" dir="auto" href="${number.href}">${number.number}</a>${note}</li>`
}
