import { lengthOf } from '../../sealing/receipt.ts'
import { input } from '../../ui/components/input.ts'
import { type Html, html } from '../../ui/html.ts'
import type { Words } from '../../ui/words.ts'

/** Why what stands in the field for the receipt leads nowhere. */
export type ReceiptProblem = 'empty' | 'mistyped' | 'unknown'

/** The field for the receipt, as no browser fills it in or remembers it. */
export function receiptField(words: Words, typed = '', problem?: ReceiptProblem): Html {
  return input({
    name: 'receipt',
    label: { text: words('mailbox.come.label'), classes: 'govuk-label--m' },
    hint: { text: words('mailbox.come.hint') },
    value: typed,
    autocomplete: 'off',
    autocapitalize: 'characters',
    spellcheck: false,
    attributes: { dir: 'ltr', translate: 'no' },
    ...(problem && { errorMessage: { text: receiptProblem(words, problem, typed) } }),
  })
}

export function isAboutReceipt(problem: string | undefined): problem is ReceiptProblem {
  return problem === 'empty' || problem === 'mistyped' || problem === 'unknown'
}

/** A slip is said as exactly as it is known. */
export function receiptProblem(words: Words, problem: ReceiptProblem, typed: string): string {
  if (problem !== 'mistyped') return words(`mailbox.come.${problem}`)
  const length = lengthOf(typed)
  if (length.typed < length.whole) return words('mailbox.come.short', { ...length })
  if (length.typed > length.whole) return words('mailbox.come.long', { ...length })
  return words('mailbox.come.slip')
}

/** For whoever wrote a receipt correctly that we do not know. */
export function whatToTry(words: Words): Html {
  return html`<h2 class="govuk-heading-m">${words('mailbox.come.try')}</h2>
<ul class="govuk-list govuk-list--bullet">
<li>${words('mailbox.come.try-site')}</li>
<li>${words('mailbox.come.try-other')}</li>
<li><a class="govuk-link" href="/report">${words('mailbox.come.try-draft')}</a></li>
<li>${words('mailbox.come.try-gone')}</li>
</ul>`
}
