import { type ContactRoute, contactRoutesFor } from '../../advice/contact-route.ts'
import type { Guide } from '../../advice/guide.ts'
import type { Organization } from '../../directory/organization.ts'
import { hero } from '../../ui/components/hero.ts'
import { anchor, linkList } from '../../ui/components/link-list.ts'
import { type Html, html } from '../../ui/html.ts'
import type { Words } from '../../ui/words.ts'
import { guideList } from './guide-list.ts'
import { roleCards } from './role-cards.ts'
import { shortRouteCard } from './route-card.ts'

export type HomeView = Readonly<{
  words: Words
  locale: string
  routes: readonly ContactRoute[]
  guides: readonly Guide[]
  /** Those a person can turn to. */
  organizations: readonly Organization[]
}>

/** The front door: who is here, how to reach help, what to read, who else supports people. */
export function homePage(view: HomeView): Html {
  const { words, routes } = view
  return html`${hero({ title: words('advice.homeTitle'), lead: words('advice.homeLead') })}
<h2>${words('advice.rolesTitle')}</h2>
${roleCards(routes, view)}
<p>${anchor({ href: '/b', text: words('common.footer.mailbox') })}</p>
${help(view)}
${reading(view)}
${support(view)}`
}

function help(view: HomeView): Html {
  const { words, routes } = view
  const [emergency] = contactRoutesFor(routes, 'emergency')
  const calmer = routes.filter(({ urgency }) => urgency !== 'emergency')
  const shown = emergency === undefined ? calmer : [emergency, ...calmer]
  return html`<h2>${words('advice.homeHelpTitle')}</h2>
<ul class="boxes">${shown.map((route) => html`<li>${shortRouteCard(route, view)}</li>`)}</ul>
<p>${anchor({ href: '/help', text: words('advice.homeHelpAll') })}</p>`
}

function reading({ words, locale, guides }: HomeView): Html {
  const types = guides.filter(({ kind }) => kind === 'type')
  return html`<h2>${words('advice.homeGuidesTitle')}</h2>
${guideList(
  guides.filter(({ kind }) => kind === 'guide'),
  locale,
)}
<h2>${words('advice.homeTypesTitle')}</h2>
${guideList(types, locale)}`
}

function support({ words, organizations }: HomeView): Html {
  return html`<h2>${words('advice.homeOrganizationsTitle')}</h2>
<p>${words('advice.homeOrganizationsText')}</p>
<div class="columns">${linkList(organizations.map(({ id, name }) => ({ href: `/organizations#organization-${id}`, text: name })))}</div>
<p>${anchor({ href: '/organizations', text: words('advice.homeOrganizationsAll') })}</p>`
}
