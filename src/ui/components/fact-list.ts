import { type Html, type HtmlValue, html } from '../html.ts'

export type Fact = Readonly<{ term: string; fact: HtmlValue }>

/**
 * What there is to know, as pairs. A fact that we do not have leaves no empty row. `language`
 * holds the attributes of facts that are in another language than their terms.
 */
export function factList(facts: readonly Fact[], language?: HtmlValue): Html {
  return html`<dl class="facts">${facts.map((fact) => factRow(fact, language))}</dl>`
}

function factRow({ term, fact }: Fact, language: HtmlValue): HtmlValue {
  if (fact === undefined || fact === '') return undefined
  return html`<div><dt>${term}</dt><dd${language}>${fact}</dd></div>`
}
