import type { Guide } from '../../advice/guide.ts'
import { type Html, html } from '../../ui/html.ts'
import type { Words } from '../../ui/words.ts'
import { guideList } from './guide-list.ts'
import { urgentCall } from './urgent-call.ts'

export type GuidesView = Readonly<{ words: Words; locale: string; guides: readonly Guide[] }>

/** Every guide. The pages about the site itself are in its footer, not here. */
export function guidesPage({ words, locale, guides }: GuidesView): Html {
  return html`${urgentCall(words)}
<h1 class="govuk-heading-xl">${words('advice.guidesTitle')}</h1>
<p class="govuk-body-l">${words('advice.guidesLead')}</p>
<h2 class="govuk-heading-l">${words('advice.guidesStart')}</h2>
${guideList(
  guides.filter(({ kind }) => kind === 'guide'),
  locale,
)}
<h2 class="govuk-heading-l">${words('advice.guidesTypes')}</h2>
${guideList(
  guides.filter(({ kind }) => kind === 'type'),
  locale,
)}`
}
