import { type Html, html } from '../../ui/html.ts'
import type { Words } from '../../ui/words.ts'

/** Where the page's script shows the files of an opened report. */
export function filePane(words: Words): Html {
  return html`<section class="desk-pane desk-messages" data-files hidden><h2>${words('desk.files.title')}</h2>
<p class="desk-small">${words('desk.files.care')}</p>
<div data-list></div></section>`
}
