import type { Consent } from '../../reports/consent.ts'
import { button } from '../../ui/components/button.ts'
import { radios } from '../../ui/components/radios.ts'
import { type Html, html } from '../../ui/html.ts'
import type { SitePageView } from '../site-pages.ts'
import type { Visit } from '../visit.ts'
import { mailboxView } from './mailbox-view.ts'

export const levels: readonly Consent[] = ['share', 'confidential', 'anonymous']

export interface ConsentView {
  /** What is chosen now, or was just chosen. */
  readonly chosen: Consent | undefined
  readonly problem?: 'empty' | 'trouble' | 'full'
}

const statuses = { empty: 422, full: 409, trouble: 503 } as const

/** Changing what may be done with a report that was sent, and what that can still mean. */
export function consentView(visit: Visit, view: ConsentView): SitePageView {
  const { words } = visit
  const { problem } = view
  return mailboxView(visit, {
    title: words('mailbox.consent.title'),
    main: consentPage(visit, view),
    errors: problem && [
      { text: words(sentences[problem]), ...(problem === 'empty' && { href: '#consent' }) },
    ],
    status: problem && statuses[problem],
  })
}

const sentences = {
  empty: 'mailbox.consent.empty',
  full: 'mailbox.write.full',
  trouble: 'mailbox.consent.trouble',
} as const

function consentPage({ words }: Visit, { chosen, problem }: ConsentView): Html {
  return html`<p class="govuk-body">${words('mailbox.consent.after')}</p>
<p class="govuk-body">${words('report.consent.exceptions')}</p>
<form action="/b/consent" method="post" autocomplete="off" novalidate>
${radios({
  name: 'consent',
  value: chosen,
  fieldset: {
    legend: { text: words('mailbox.consent.label'), classes: 'govuk-fieldset__legend--m' },
  },
  items: levels.map((value) => ({
    value,
    text: words(`mailbox.consent.${value}`),
    hint: { text: words(`mailbox.consent.${value}-hint`) },
  })),
  ...(problem === 'empty' && { errorMessage: { text: words('mailbox.consent.empty') } }),
})}
${button({ text: words('mailbox.consent.button') })}
</form>`
}
