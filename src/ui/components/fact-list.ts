import { type Html, type HtmlValue, html } from '../../ui/html.ts'

export type Fact = Readonly<{ term: string; fact: HtmlValue }>

/**
 * What there is to know, as pairs. A fact that we do not have leaves no empty row. `language`
 * holds the attributes of facts that are in another language than their terms.
 */
export function factList(facts: readonly Fact[], language?: HtmlValue): Html {
  const rows = facts.map((fact) => factRow(fact, language))
  return html`<dl class="govuk-summary-list app-facts">${rows}</dl>`
}

function factRow({ term, fact }: Fact, language: HtmlValue): HtmlValue {
  if (fact === undefined || fact === '') return undefined
  return html`<div class="govuk-summary-list__row">
    <dt class="govuk-summary-list__key">${term}</dt>
    <dd class="govuk-summary-list__value"${language}>${fact}</dd>
  </div>`
}
