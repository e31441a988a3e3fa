import { type Html, trusted } from '../ui/html.ts'

/** Data for a script, inside a page. Browsers never run it, and nothing in it can end it early. */
export function dataBlock(id: 'words' | 'data', data: object): Html {
  const json = JSON.stringify(data).replaceAll('<', '\\u003c')
  return trusted(`<script type="application/json" id="desk-${id}">${json}</script>`)
}
