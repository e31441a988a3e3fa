import type { Guide } from '../../advice/guide.ts'
import { hero } from '../../ui/components/hero.ts'
import { type Html, html } from '../../ui/html.ts'
import type { Words } from '../../ui/words.ts'
import { guideList } from './guide-list.ts'

export type GuidesView = Readonly<{ words: Words; locale: string; guides: readonly Guide[] }>

/** Every guide. The pages about the site itself are in its footer, not here. */
export function guidesPage({ words, locale, guides }: GuidesView): Html {
  return html`${hero({ title: words('advice.guidesTitle'), lead: words('advice.guidesLead') })}
<h2>${words('advice.guidesStart')}</h2>
${guideList(
  guides.filter(({ kind }) => kind === 'guide'),
  locale,
)}
<h2>${words('advice.guidesTypes')}</h2>
${guideList(
  guides.filter(({ kind }) => kind === 'type'),
  locale,
)}`
}
