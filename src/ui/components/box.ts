import { type Html, type HtmlValue, html } from '../html.ts'
import { attributes, classes } from './attributes.ts'

export type BoxOptions = Readonly<{
  id?: string | undefined
  /** In the one strong colour: only for danger now. */
  danger?: boolean | undefined
  html: Html
}>

/** One thing among others of its kind: a way to get help, an organisation. */
export function box({ id, danger, html: inside }: BoxOptions): Html {
  const name = classes('box', danger && 'box--danger')
  return html`<section${attributes({ id, class: name })}>${inside}</section>`
}

/** What to do, and beside it, where there is room, what else there is to know. */
export function split(main: HtmlValue, more: HtmlValue): Html {
  return html`<div class="split"><div>${main}</div><div>${more}</div></div>`
}
