import { type ContactRoute, contactRoutesFor, type Urgency } from '../../advice/contact-route.ts'
import { type Html, html } from '../../ui/html.ts'
import type { WordKey, Words } from '../../ui/words.ts'
import { linkList } from './link-list.ts'
import { routeCard } from './route-card.ts'
import { urgentCall } from './urgent-call.ts'

export type HelpView = Readonly<{
  words: Words
  locale: string
  routes: readonly ContactRoute[]
}>

const groups: readonly (readonly [Urgency, WordKey])[] = [
  ['emergency', 'advice.helpEmergency'],
  ['urgent', 'advice.helpUrgent'],
  ['any', 'advice.helpAny'],
]

/** Every way to reach help, danger first, each one a tap away. */
export function helpPage(view: HelpView): Html {
  const { words, routes } = view
  return html`${urgentCall(words)}
<h1 class="govuk-heading-xl">${words('advice.helpTitle')}</h1>
<p class="govuk-body-l">${words('advice.helpLead')}</p>
${groups.map(
  ([urgency, title]) => html`<h2 class="govuk-heading-l">${words(title)}</h2>
${contactRoutesFor(routes, urgency).map((route) => routeCard(route, view))}`,
)}
<h2 class="govuk-heading-l">${words('advice.helpNextTitle')}</h2>
${linkList([
  { href: '/guides/staying-safe', text: words('advice.helpNextSafe') },
  { href: '/organizations', text: words('advice.helpNextOrganizations') },
])}`
}
