/** Who may be able to help, chosen from what is in the page already. Pure: nothing is sent anywhere. */
import { type Answers, meets } from './question.ts'

/** As much of an organization as choosing needs, in the names of Open Referral UK. */
export interface Supporting {
  readonly services: readonly {
    readonly phones: readonly unknown[]
    readonly interpretation_services?: string | undefined
    readonly languages: readonly { readonly code?: string | undefined }[]
    readonly attributes: readonly { readonly taxonomy_term: { readonly code: string } }[]
  }[]
}

type Service = Supporting['services'][number]

const most = 5

/**
 * The organizations with a service for whoever gave these answers, the most particular first; among
 * equals, one that speaks their language. A code such as `role:self` says whom a service is for:
 * the field of a question, and a value of it. One without codes is for everyone who can call it.
 *
 * @param answers only those that apply
 * @param language of the report, such as `en`
 */
export function organizationsThatFit<T extends Supporting>(
  answers: Answers,
  language: string,
  organizations: readonly T[],
): readonly T[] {
  return organizations
    .map((organization) => ({ organization, rank: rankOf(organization, answers, language) }))
    .filter(({ rank }) => rank > 0)
    .sort((one, other) => other.rank - one.rank)
    .slice(0, most)
    .map(({ organization }) => organization)
}

function rankOf({ services }: Supporting, answers: Answers, language: string): number {
  return Math.max(0, ...services.map((service) => serviceRank(service, answers, language)))
}

function serviceRank(service: Service, answers: Answers, language: string): number {
  const wanted = audienceOf(service)
  const fits = [...wanted].every(([field, among]) => meets({ field, among }, answers))
  const isReachable = service.phones.length > 0 || wanted.size > 0
  if (!fits || !isReachable) return 0
  return 1 + 2 * wanted.size + (speaks(service, language) ? 1 : 0)
}

/** The values that each field must have, by the name of the field. */
function audienceOf({ attributes }: Service): ReadonlyMap<string, readonly string[]> {
  const audience = new Map<string, readonly string[]>()
  for (const { taxonomy_term: term } of attributes) {
    const [field = '', value = ''] = term.code.split(':')
    audience.set(field, [...(audience.get(field) ?? []), value])
  }
  return audience
}

function speaks(service: Service, language: string): boolean {
  return (
    service.interpretation_services !== undefined ||
    service.languages.some(({ code }) => code === language)
  )
}
