import type { ProofOfReport, ProvenReport } from '../../mailbox/proof-of-report.ts'
import { button } from '../../ui/components/button.ts'
import { summaryList } from '../../ui/components/summary-list.ts'
import { warningText } from '../../ui/components/warning-text.ts'
import { type Html, html } from '../../ui/html.ts'
import type { WordKey } from '../../ui/words.ts'
import type { SitePageView } from '../site-pages.ts'
import type { Visit } from '../visit.ts'
import { proofKeyAddress } from '../well-known/proof-key-address.ts'
import { mailboxView } from './mailbox-view.ts'
import { reporterDay } from './reporter-day.ts'

/** The proof on one page, to print or to save. */
export function proofView(visit: Visit, report: ProvenReport, proof: ProofOfReport): SitePageView {
  const title = visit.words('mailbox.proof.title')
  return mailboxView(visit, { title, main: proofPage(visit, report, proof) })
}

function proofPage(visit: Visit, report: ProvenReport, { signature }: ProofOfReport): Html {
  const { words, locale, site } = visit
  const rows: readonly (readonly [WordKey, string])[] = [
    ['mailbox.proof.reference', report.reference],
    ['mailbox.proof.site', `${site.name}, ${report.site}`],
    ['mailbox.proof.day', reporterDay(report.receivedDay, locale)],
    ['mailbox.proof.hash', report.bodyHash],
    ['mailbox.proof.signature', signature],
    ['mailbox.proof.key', `${site.origin}${proofKeyAddress}`],
  ]
  return html`<p class="govuk-body">${words('mailbox.proof.lead')}</p>
${warningText({ text: words('mailbox.proof.careful'), iconFallbackText: words('mailbox.warning') })}
${summaryList({ rows: rows.map(([key, text]) => ({ key: { text: words(key) }, value: { html: html`<bdi>${text}</bdi>` } })) })}
<p class="govuk-body">${words('mailbox.proof.check')}</p>
${button({ text: words('mailbox.proof.save'), href: '/b/proof/file', classes: 'govuk-button--secondary' })}`
}
