import { telephoneHref } from '../../advice/telephone.ts'
import type { Organization } from '../../directory/organization.ts'
import type { Phone, Service } from '../../directory/service.ts'
import { type Html, type HtmlValue, html } from '../../ui/html.ts'
import type { Words } from '../../ui/words.ts'
import { calendarDay } from '../advice/calendar-day.ts'
import { factList } from '../advice/fact-list.ts'
import { inLanguage } from '../advice/in-language.ts'
import { anchor, linkList } from '../advice/link-list.ts'
import { urgentCall } from '../advice/urgent-call.ts'

export type OrganizationsView = Readonly<{
  words: Words
  locale: string
  /** Those a person can turn to. */
  supporting: readonly Organization[]
  /** Those that are there to read more. */
  informing: readonly Organization[]
}>

/** Who supports people, what each one does, and how to reach it. */
export function organizationsPage(view: OrganizationsView): Html {
  const { words, supporting, informing } = view
  return html`${urgentCall(words)}
<h1 class="govuk-heading-xl">${words('advice.organizationsTitle')}</h1>
<p class="govuk-body-l">${words('advice.organizationsLead')}</p>
<p class="govuk-inset-text">${words('advice.organizationsLeaving')}</p>
${supporting.map((organization) => entry(organization, view))}
<h2 class="govuk-heading-l">${words('advice.organizationsMore')}</h2>
${informing.map((organization) => source(organization, view))}
<h2 class="govuk-heading-l">${words('advice.organizationsNextTitle')}</h2>
${linkList([
  { href: '/help', text: words('advice.organizationsNextHelp') },
  { href: '/report', text: words('advice.organizationsNextReport') },
])}`
}

function entry(organization: Organization, view: OrganizationsView): Html {
  const { id, name, description, website, services } = organization
  return html`<section class="app-organization" id="organization-${id}">
  <h2 class="govuk-heading-m">${name}</h2>
  <p class="govuk-body"${spoken(view)}>${description}</p>
  ${services.map((service) => serviceEntry(service, view))}
  <p class="govuk-body">${visit(name, website, view)}</p>
</section>`
}

function source({ id, name, description, website }: Organization, view: OrganizationsView): Html {
  return html`<section class="app-organization" id="organization-${id}">
  <h3 class="govuk-heading-m">${name}</h3>
  <p class="govuk-body"${spoken(view)}>${description}</p>
  <p class="govuk-body">${visit(name, website, view)}</p>
</section>`
}

function visit(name: string, website: string, { words }: OrganizationsView): Html {
  return anchor({ href: website, text: words('advice.organizationWebsite', { name }) })
}

/** The directory speaks English, whatever the page speaks. */
function spoken({ locale }: OrganizationsView): HtmlValue {
  return inLanguage('en', locale)
}

function serviceEntry(service: Service, view: OrganizationsView): Html {
  const { words, locale } = view
  const language = spoken(view)
  return html`<h3 class="govuk-heading-s"${language}>${service.name}</h3>
  <p class="govuk-body"${language}>${service.description}</p>
  ${service.alert && html`<p class="govuk-inset-text"${language}>${service.alert}</p>`}
  ${factList(
    [
      { term: words('advice.organizationFor'), fact: service.eligibility_description },
      { term: words('advice.organizationPhone'), fact: phoneList(service.phones, words) },
      { term: words('advice.organizationHours'), fact: joined(service.schedules) },
      { term: words('advice.organizationCost'), fact: service.fees_description },
      { term: words('advice.organizationLanguages'), fact: service.interpretation_services },
      { term: words('advice.organizationWhere'), fact: areas(service) },
      { term: words('advice.organizationHow'), fact: service.application_process },
    ],
    language,
  )}
  ${service.assured_date && html`<p class="govuk-body-s">${assured(service.assured_date, words, locale)}</p>`}`
}

function phoneList(phones: readonly Phone[], words: Words): HtmlValue {
  if (phones.length === 0) return undefined
  return html`<ul class="govuk-list app-actions">${phones.map(
    ({ number, description }) => html`<li>
      <a class="app-call" href="${telephoneHref(number)}">${words('advice.call', { number })}</a>
      ${description}
    </li>`,
  )}</ul>`
}

function joined(schedules: Service['schedules']): string {
  return schedules.flatMap(({ description }) => description ?? []).join(' ')
}

function areas({ service_areas: serviceAreas }: Service): string {
  return serviceAreas.flatMap(({ name }) => name ?? []).join(', ')
}

function assured(day: string, words: Words, locale: string): string {
  return words('advice.organizationAssured', { date: calendarDay(day, locale) })
}
