import { type Html, html } from '../html.ts'

export type ExitBarOptions = {
  /** Says that Escape leaves at once. */
  readonly sentence: string
  /** What the link says: “Leave this site”. */
  readonly label: string
  readonly href: string
  /** Where it says what leaving does not hide. */
  readonly more?: { readonly text: string; readonly href: string } | undefined
}

/** The way out: first in reading and tab order, in sight on every screen, a plain link. */
export function exitBar(options: ExitBarOptions): Html {
  return html`<aside class="exit" aria-label="${options.label}"><div class="exit__inside govuk-width-container"><p class="exit__sentence">${options.sentence}</p><a class="exit__link" href="${options.href}" rel="noreferrer nofollow" data-module="leave">${options.label}</a>${more(options)}</div></aside>`
}

function more({ more: link }: ExitBarOptions): Html | undefined {
  return link && html`<a class="exit__more govuk-link" href="${link.href}">${link.text}</a>`
}
