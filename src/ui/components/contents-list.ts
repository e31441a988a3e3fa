import { type Html, type HtmlValue, html } from '../html.ts'
import { type Link, linkList } from './link-list.ts'

export type ContentsListOptions = Readonly<{
  title: string
  links: readonly Link[]
  /** Attributes of links that are in another language than the title. */
  language?: HtmlValue
}>

/** The parts of a page, to go straight to one. */
export function contentsList({ title, links, language }: ContentsListOptions): Html {
  return html`<nav class="contents" aria-labelledby="contents"><h2 class="govuk-heading-s" id="contents">${title}</h2><div${language}>${linkList(links)}</div></nav>`
}
