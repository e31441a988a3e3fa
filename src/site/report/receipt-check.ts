import { button } from '../../ui/components/button.ts'
import { input } from '../../ui/components/input.ts'
import { type Html, html } from '../../ui/html.ts'
import type { Words } from '../../ui/words.ts'

/** What is wrong with the last group as it was typed. */
export type ReceiptProblem = 'empty' | 'wrong'

/** Half of all reporters never come back because they do not have their receipt: so we ask for its end. */
export function receiptCheck(
  words: Words,
  time: string,
  last?: { readonly typed: string; readonly problem: ReceiptProblem },
): Html {
  return html`<form action="/a/finish" method="post" autocomplete="off" novalidate>
<h2 class="govuk-heading-m">${words('mailbox.receipt.check')}</h2>
${input({
  name: 'last-group',
  label: { text: words('mailbox.receipt.last') },
  hint: { text: words('mailbox.receipt.last-hint') },
  classes: 'govuk-input--width-10',
  value: last?.typed ?? '',
  autocomplete: 'off',
  autocapitalize: 'characters',
  spellcheck: false,
  attributes: { dir: 'ltr', translate: 'no' },
  ...(last && { errorMessage: { text: words(`mailbox.receipt.${last.problem}`) } }),
})}
<p class="govuk-body">${time}</p>
${button({ text: words('mailbox.receipt.finish') })}
${button({ text: words('mailbox.receipt.unchecked'), name: 'unchecked', value: 'yes', classes: 'govuk-button--secondary' })}
</form>`
}

/** What the browser that has just sent a report can do without typing the receipt. */
export function mailboxNow(words: Words): Html {
  return html`<form action="/a/mailbox" method="post" autocomplete="off" novalidate>
<h2 class="govuk-heading-m">${words('mailbox.receipt.now')}</h2>
<p class="govuk-body">${words('mailbox.receipt.now-text')}</p>
${button({ text: words('mailbox.next.files'), name: 'to', value: 'files', classes: 'govuk-button--secondary' })}
${button({ text: words('mailbox.come.button'), name: 'to', value: 'open', classes: 'govuk-button--secondary' })}
</form>`
}
