import { type Html, html } from '../html.ts'

export type FooterLink = { readonly text: string; readonly href: string }

export type FooterOptions = {
  readonly links: readonly FooterLink[]
  /** What is said below the links. */
  readonly note?: Html | undefined
}

export function footer(options: FooterOptions): Html {
  const links = options.links.map(({ text, href }) => html`<li><a href="${href}">${text}</a></li>`)
  const note = options.note && html`<div class="footer__note">${options.note}</div>`
  return html`<footer class="footer"><div class="govuk-width-container"><ul class="footer__links">${links}</ul>${note}</div></footer>`
}
