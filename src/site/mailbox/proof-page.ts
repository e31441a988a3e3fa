import type { ProofOfReport, ProvenReport } from '../../mailbox/proof-of-report.ts'
import type { SiteConfig } from '../../sites.ts'
import { button } from '../../ui/components/button.ts'
import { warningText } from '../../ui/components/warning-text.ts'
import { type Html, html } from '../../ui/html.ts'
import type { SitePageView } from '../site-pages.ts'
import type { Visit } from '../visit.ts'
import { proofKeyAddress } from '../well-known/proof-key-address.ts'
import { mailboxView } from './mailbox-view.ts'
import { proofList, type ShownProof } from './proof-list.ts'

/** The proof on one page, to print or to save. */
export function proofView(visit: Visit, report: ProvenReport, proof: ProofOfReport): SitePageView {
  const title = visit.words('mailbox.proof.title')
  return mailboxView(visit, { title, main: proofPage(visit, report, proof) })
}

/** The proof as it is shown, to people and to the script of the mailbox. */
export function shownProof(
  site: SiteConfig,
  { receivedDay: day, bodyHash: hash, ...report }: ProvenReport,
  { signature }: ProofOfReport,
): ShownProof {
  return {
    reference: report.reference,
    site: `${site.name}, ${report.site}`,
    day,
    hash,
    signature,
    key: `${site.origin}${proofKeyAddress}`,
  }
}

function proofPage(visit: Visit, report: ProvenReport, proof: ProofOfReport): Html {
  const { words, site } = visit
  return html`<p class="govuk-body">${words('mailbox.proof.lead')}</p>
${warningText({ text: words('mailbox.proof.careful'), iconFallbackText: words('mailbox.warning') })}
${proofList(visit, shownProof(site, report, proof))}
<p class="govuk-body">${words('mailbox.proof.check')} ${words('common.stays')}</p>
${button({ text: words('mailbox.proof.save'), href: '/b/proof/file', classes: 'govuk-button--secondary' })}`
}
