import { type Html, html } from '../../ui/html.ts'

// LRO and RLO force letters to be shown in another order than they were written in. Real languages
// never need them.
const forced = /[\u202d\u202e]/g

/** What somebody wrote, line by line: no trick with direction reaches beyond its own line. */
export function saidLines(text: string): Html {
  const lines = text
    .replace(forced, '')
    .split('\n')
    .map((line, index) => html`${index > 0 && html`<br>`}<bdi>${line}</bdi>`)
  return html`<p class="govuk-body" dir="auto">${lines}</p>`
}
