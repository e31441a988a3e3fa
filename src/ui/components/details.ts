import { type Html, html } from '../html.ts'
import { attributes, classes } from './attributes.ts'
import { type Content, contentOf, type Styling } from './content.ts'

export type DetailsOptions = Content &
  Styling & {
    readonly id?: string | undefined
    readonly summaryText?: string | undefined
    readonly summaryHtml?: Html | undefined
    readonly open?: boolean | undefined
  }

export function details(options: DetailsOptions): Html {
  const tag = attributes({
    id: options.id || undefined,
    class: classes('govuk-details', options.classes),
    ...options.attributes,
    open: options.open,
  })
  const summary = options.summaryHtml ?? options.summaryText
  return html`<details${tag}><summary class="govuk-details__summary"><span class="govuk-details__summary-text">${summary}</span></summary><div class="govuk-details__text">${contentOf(options)}</div></details>`
}
