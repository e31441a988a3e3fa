import { type Guide, guideHref, relatedGuides } from '../../advice/guide.ts'
import { contentsList } from '../../ui/components/contents-list.ts'
import { hero } from '../../ui/components/hero.ts'
import { linkList } from '../../ui/components/link-list.ts'
import { type Html, type HtmlValue, html, trusted } from '../../ui/html.ts'
import type { Words } from '../../ui/words.ts'
import { calendarDay } from './calendar-day.ts'
import { inLanguage } from './in-language.ts'

export type GuideView = Readonly<{
  words: Words
  /** The language of the page, for the date. */
  locale: string
  /** Filled with the site's own name and addresses. */
  guide: Guide
  /** All guides, filled, to lead on to the related ones. */
  guides: readonly Guide[]
}>

/** One guide, or one of the pages about the site itself. */
export function guidePage({ words, locale, guide, guides }: GuideView): Html {
  const related = relatedGuides(guides, guide)
  const language = inLanguage(guide.locale, locale)
  return html`<article>
${hero({ title: guide.title, lead: guide.summary, language })}
<div class="guide">
${contents(guide, words, language)}
<div>
<div${language}>
${trusted(guide.body)}
</div>
${next(related, words)}
<p class="govuk-body-s">${reviewed(guide, words, locale)}</p>
</div>
</div>
</article>`
}

function contents({ headings }: Guide, words: Words, language: HtmlValue): HtmlValue {
  if (headings.length < 4) return undefined
  const links = headings.map(({ id, text }) => ({ href: `#${id}`, text }))
  return contentsList({ title: words('advice.guideContents'), links, language })
}

function next(related: readonly Guide[], words: Words): HtmlValue {
  if (related.length === 0) return undefined
  const links = related.map((guide) => ({ href: guideHref(guide), text: guide.title }))
  return html`<nav class="related" aria-labelledby="related">
<h2 id="related">${words('advice.guideRelated')}</h2>
${linkList(links)}
</nav>`
}

function reviewed({ reviewedOn }: Guide, words: Words, locale: string): string {
  return words('advice.guideReviewed', { date: calendarDay(reviewedOn, locale) })
}
