import { telephoneHref } from '../../advice/telephone.ts'
import type { Organization } from '../../directory/organization.ts'
import { callLink } from '../../ui/components/call-link.ts'
import { anchor } from '../../ui/components/link-list.ts'
import { type Html, html } from '../../ui/html.ts'
import type { Words } from '../../ui/words.ts'
import { inLanguage } from '../advice/in-language.ts'

/** Who can give support, and how to reach them. The directory speaks English, whatever the page speaks. */
export function supportEntry(organization: Organization, words: Words, locale: string): Html {
  const { name, description, website, services } = organization
  const language = inLanguage('en', locale)
  const phones = services.flatMap((service) => service.phones)
  return html`<h3 class="govuk-heading-s"${language}>${name}</h3>
<p class="govuk-body"${language}>${description}</p>
${phones.map(
  (phone) =>
    html`<p class="calls">${callLink({
      href: telephoneHref(phone.number),
      text: words('advice.call', { number: phone.number }),
    })} ${phone.description && html`<span${language}>${phone.description}</span>`}</p>`,
)}
<p class="govuk-body">${anchor({ href: website, text: words('advice.organizationWebsite', { name }) })}</p>`
}
