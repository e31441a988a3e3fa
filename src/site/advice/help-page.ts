import { type ContactRoute, contactRoutesFor, type Urgency } from '../../advice/contact-route.ts'
import { contentsList } from '../../ui/components/contents-list.ts'
import { hero } from '../../ui/components/hero.ts'
import { linkList } from '../../ui/components/link-list.ts'
import { type Html, html } from '../../ui/html.ts'
import type { WordKey, Words } from '../../ui/words.ts'
import { routeCard } from './route-card.ts'

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
  return html`${hero({ title: words('advice.helpTitle'), lead: words('advice.helpLead') })}
<div class="columns">${contentsList({
    title: words('advice.guideContents'),
    links: groups.map(([urgency, title]) => ({ href: `#${urgency}-ways`, text: words(title) })),
  })}</div>
${groups.map(
  ([urgency, title]) => html`<h2 id="${urgency}-ways">${words(title)}</h2>
${contactRoutesFor(routes, urgency).map((route) => routeCard(route, view))}`,
)}
<h2>${words('advice.helpNextTitle')}</h2>
${linkList([
  { href: '/guides/staying-safe', text: words('advice.helpNextSafe') },
  { href: '/organizations', text: words('advice.helpNextOrganizations') },
])}`
}
