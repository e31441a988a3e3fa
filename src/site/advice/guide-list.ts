import { type Guide, guideHref } from '../../advice/guide.ts'
import { type Html, html } from '../../ui/html.ts'
import { inLanguage } from './in-language.ts'

/** Guides with what each is about; `locale` is the language of the page. */
export function guideList(guides: readonly Guide[], locale: string): Html {
  return html`<ul class="guides">${guides.map(
    (guide) => html`<li${inLanguage(guide.locale, locale)}>
  <a href="${guideHref(guide)}">${guide.title}</a>
  <p>${guide.summary}</p>
</li>`,
  )}</ul>`
}
