import { type Html, html } from '../html.ts'

export type Link = Readonly<{ href: string; text: string }>

/** Links, one to a line, each large enough for a thumb. */
export function linkList(links: readonly Link[]): Html {
  return html`<ul class="links">${links.map((link) => html`<li>${anchor(link)}</li>`)}</ul>`
}

/** A link. Other sites are not told where the person came from. */
export function anchor({ href, text }: Link): Html {
  const rel = href.startsWith('https:') && html` rel="noreferrer"`
  return html`<a href="${href}"${rel}>${text}</a>`
}
