import type { ContactRoute } from '../../advice/contact-route.ts'
import type { Guide } from '../../advice/guide.ts'
import type { Organization } from '../../directory/organization.ts'
import { type Html, html } from '../../ui/html.ts'
import type { Words } from '../../ui/words.ts'
import { guideList } from './guide-list.ts'
import { inLanguage } from './in-language.ts'
import { anchor, linkList } from './link-list.ts'
import { roleCards } from './role-cards.ts'
import { routeActions } from './route-card.ts'

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
  const { words } = view
  return html`<div class="app-hero">
<h1 class="govuk-heading-xl">${words('advice.homeTitle')}</h1>
<p class="govuk-body-l">${words('advice.homeLead')}</p>
</div>
<h2 class="govuk-heading-l">${words('advice.rolesTitle')}</h2>
${roleCards(words)}
${help(view)}
${reading(view)}
${support(view)}`
}

function help(view: HomeView): Html {
  const { words, locale, routes } = view
  const calmer = routes.filter(({ urgency }) => urgency !== 'emergency')
  return html`<h2 class="govuk-heading-l">${words('advice.homeHelpTitle')}</h2>
<p class="govuk-body"><a class="govuk-link" href="tel:999">${words('advice.urgentTitle')}</a></p>
<ul class="govuk-list app-routes">${calmer.map(
    (route) => html`<li class="app-route">
  <div${inLanguage(route.locale, locale)}>
  <h3 class="govuk-heading-s">${route.name}</h3>
  <p class="govuk-body">${route.when}</p>
  </div>
  ${routeActions(route, view)}
</li>`,
  )}</ul>
<p class="govuk-body">${anchor({ href: '/help', text: words('advice.homeHelpAll') })}</p>`
}

function reading({ words, locale, guides }: HomeView): Html {
  const types = guides.filter(({ kind }) => kind === 'type')
  return html`<h2 class="govuk-heading-l">${words('advice.homeGuidesTitle')}</h2>
${guideList(
  guides.filter(({ kind }) => kind === 'guide'),
  locale,
)}
<h2 class="govuk-heading-l">${words('advice.homeTypesTitle')}</h2>
${guideList(types, locale)}`
}

function support({ words, organizations }: HomeView): Html {
  return html`<h2 class="govuk-heading-l">${words('advice.homeOrganizationsTitle')}</h2>
<p class="govuk-body">${words('advice.homeOrganizationsText')}</p>
${linkList(organizations.map(({ id, name }) => ({ href: `/organizations#organization-${id}`, text: name })))}
<p class="govuk-body">${anchor({ href: '/organizations', text: words('advice.homeOrganizationsAll') })}</p>`
}
