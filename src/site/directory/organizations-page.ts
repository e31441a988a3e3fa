import { telephoneHref } from '../../advice/telephone.ts'
import type { Organization } from '../../directory/organization.ts'
import type { Phone, Service } from '../../directory/service.ts'
import { box, split } from '../../ui/components/box.ts'
import { callLink } from '../../ui/components/call-link.ts'
import { contentsList } from '../../ui/components/contents-list.ts'
import { factList } from '../../ui/components/fact-list.ts'
import { hero } from '../../ui/components/hero.ts'
import { insetText } from '../../ui/components/inset-text.ts'
import { anchor, linkList } from '../../ui/components/link-list.ts'
import { type Html, type HtmlValue, html } from '../../ui/html.ts'
import type { Words } from '../../ui/words.ts'
import { calendarDay } from '../advice/calendar-day.ts'
import { inLanguage } from '../advice/in-language.ts'

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
  return html`${hero({ title: words('advice.organizationsTitle'), lead: words('advice.organizationsLead') })}
<div class="columns">${contentsList({
    title: words('advice.guideContents'),
    links: supporting.map((organization) => ({
      href: `#${anchorOf(organization)}`,
      text: organization.name,
    })),
  })}</div>
${insetText({ text: words('advice.organizationsLeaving') })}
${supporting.map((organization) => entry(organization, view))}
<h2>${words('advice.organizationsMore')}</h2>
${informing.map((organization) => source(organization, view))}
<h2>${words('advice.organizationsNextTitle')}</h2>
${linkList([
  { href: '/help', text: words('advice.organizationsNextHelp') },
  { href: '/report', text: words('advice.organizationsNextReport') },
])}`
}

function entry(organization: Organization, view: OrganizationsView): Html {
  const { name, description, website, services } = organization
  return box({
    id: anchorOf(organization),
    html: html`<h2>${name}</h2>
<p${spoken(view)}>${description}</p>
${services.map((service) => serviceEntry(service, view))}
<p>${visit(name, website, view)}</p>`,
  })
}

function source(organization: Organization, view: OrganizationsView): Html {
  const { name, description, website } = organization
  return box({
    id: anchorOf(organization),
    html: html`<h3>${name}</h3>
<p${spoken(view)}>${description}</p>
<p>${visit(name, website, view)}</p>`,
  })
}

function anchorOf({ id }: Organization): string {
  return `organization-${id}`
}

function visit(name: string, website: string, { words }: OrganizationsView): Html {
  return anchor({ href: website, text: words('advice.organizationWebsite', { name }) })
}

/** The directory speaks English, whatever the page speaks. */
function spoken({ locale }: OrganizationsView): HtmlValue {
  return inLanguage('en', locale)
}

function serviceEntry(service: Service, view: OrganizationsView): Html {
  const language = spoken(view)
  return split(
    html`<h3${language}>${service.name}</h3>
<p${language}>${service.description}</p>
${service.alert && insetText({ html: html`<p${language}>${service.alert}</p>` })}
${service.phones.map((phone) => call(phone, view))}`,
    serviceFacts(service, view),
  )
}

function serviceFacts(service: Service, view: OrganizationsView): Html {
  const { words, locale } = view
  const facts = [
    { term: words('advice.organizationFor'), fact: service.eligibility_description },
    { term: words('advice.organizationHours'), fact: joined(service.schedules) },
    { term: words('advice.organizationCost'), fact: service.fees_description },
    { term: words('advice.organizationLanguages'), fact: service.interpretation_services },
    { term: words('advice.organizationWhere'), fact: areas(service) },
    { term: words('advice.organizationHow'), fact: service.application_process },
  ]
  const day = service.assured_date
  return html`${factList(facts, spoken(view))}
${day && html`<p class="govuk-body-s">${assured(day, words, locale)}</p>`}`
}

function call({ number, description }: Phone, view: OrganizationsView): Html {
  const text = view.words('advice.call', { number })
  return html`<p class="calls">${callLink({ href: telephoneHref(number), text })} ${
    description && html`<span${spoken(view)}>${description}</span>`
  }</p>`
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
