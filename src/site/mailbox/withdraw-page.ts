import { button } from '../../ui/components/button.ts'
import { checkboxes } from '../../ui/components/checkboxes.ts'
import { type Html, html } from '../../ui/html.ts'
import type { SitePageView } from '../site-pages.ts'
import type { Visit } from '../visit.ts'
import { mailboxView } from './mailbox-view.ts'

export type WithdrawProblem = 'empty' | 'trouble'

/** Taking a report back: what that means, before it is done. */
export function withdrawView(visit: Visit, problem?: WithdrawProblem): SitePageView {
  const { words } = visit
  return mailboxView(visit, {
    title: words('mailbox.withdraw.title'),
    main: withdrawPage(visit, problem),
    errors: problem && [
      { text: words(`mailbox.withdraw.${problem}`), ...(problem === 'empty' && { href: '#sure' }) },
    ],
    status: problem === 'trouble' ? 503 : 422,
  })
}

function withdrawPage({ words }: Visit, problem: WithdrawProblem | undefined): Html {
  const means = ['what', 'read', 'kept', 'receipt'] as const
  return html`<ul class="govuk-list govuk-list--bullet">${means.map((key) => html`<li>${words(`mailbox.withdraw.${key}`)}</li>`)}</ul>
<p class="govuk-body">${words('mailbox.withdraw.instead')} <a class="govuk-link" href="/b/consent">${words('mailbox.next.consent')}</a></p>
<form action="/b/withdraw" method="post" autocomplete="off" novalidate>
${checkboxes({
  name: 'sure',
  fieldset: {
    legend: { text: words('mailbox.withdraw.title'), classes: 'govuk-visually-hidden' },
  },
  items: [{ value: 'yes', text: words('mailbox.withdraw.tick') }],
  ...(problem === 'empty' && { errorMessage: { text: words('mailbox.withdraw.empty') } }),
})}
${button({ text: words('mailbox.withdraw.button'), classes: 'govuk-button--warning' })}
</form>`
}
