import { type Html, type HtmlValue, html } from '../html.ts'

export type HeroOptions = Readonly<{
  title: string
  lead: string
  /** Attributes of words that are in another language than the page. */
  language?: HtmlValue
}>

/** What a page of advice begins with. */
export function hero({ title, lead, language }: HeroOptions): Html {
  return html`<div class="hero"${language}><h1>${title}</h1><p class="govuk-body-l">${lead}</p></div>`
}
