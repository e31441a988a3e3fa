import { type Html, html, trusted } from './html.ts'

/** Data for a script, inside a page. Browsers never run it, and nothing in it can end it early. */
export function dataBlock(id: string, data: object): Html {
  const json = JSON.stringify(data).replaceAll('<', '\\u003c')
  return html`<script type="application/json" id="${id}">${trusted(json)}</script>`
}
