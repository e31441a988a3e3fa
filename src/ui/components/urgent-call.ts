import { type Html, html } from '../html.ts'
import { icon } from './icon.ts'
import type { Link } from './link-list.ts'

export type UrgentCallOptions = Readonly<{
  /** Says when to call, and calls. */
  call: Link
  /** For those who cannot speak. */
  silently: Link
}>

/** Whom to call when there is no time to read. */
export function urgentCall({ call, silently }: UrgentCallOptions): Html {
  return html`<div class="urgent"><p class="urgent__inside govuk-width-container"><a class="urgent__call" href="${call.href}">${icon('phone')}<span>${call.text}</span></a> <a href="${silently.href}">${silently.text}</a></p></div>`
}
