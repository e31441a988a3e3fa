import { type Guide, guideHref } from '../../advice/guide.ts'
import { type Html, html } from '../../ui/html.ts'
import { inLanguage } from './in-language.ts'

/** Guides with what each is about; `locale` is the language of the page. */
export function guideList(guides: readonly Guide[], locale: string): Html {
  return html`<ul class="govuk-list app-guides">${guides.map(
    (guide) => html`<li class="app-guides__item"${inLanguage(guide.locale, locale)}>
  <a class="govuk-link app-guides__link" href="${guideHref(guide)}">${guide.title}</a>
  <p class="govuk-body">${guide.summary}</p>
</li>`,
  )}</ul>`
}
