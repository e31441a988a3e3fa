/** Draws what a stranger wrote: only ever text, and it never turns the writing around it. */
import { html, nothing, type TemplateResult } from 'lit-html'
import { say } from './script-words.client.ts'

// LRO and RLO force letters to be shown in another order than they were written in: a number plate
// would read backwards. Real languages never need them.
const forced = /[\u202d\u202e]/g

export function saidView(text: string, language: string): TemplateResult {
  const shown = text.replace(forced, '')
  return html`<p class="desk-said" dir="auto" lang=${language}><bdi>${shown}</bdi></p>${
    shown === text ? nothing : html`<p class="desk-small">${say('desk.open.forced')}</p>`
  }`
}
