import { backLink } from '../../ui/components/back-link.ts'
import { button } from '../../ui/components/button.ts'
import { errorSummary } from '../../ui/components/error-summary.ts'
import { insetText } from '../../ui/components/inset-text.ts'
import { linkList } from '../../ui/components/link-list.ts'
import { type Html, html } from '../../ui/html.ts'
import { type ReceiptProblem, receiptField, receiptProblem, whatToTry } from './receipt-field.ts'
import type { Speaking } from './speaking.ts'

export interface AskingView {
  /** What is in the field. */
  readonly typed?: string | undefined
  /** About the receipt itself. */
  readonly problem?: ReceiptProblem | undefined
  /** Anything else that went wrong, in words. */
  readonly trouble?: string | undefined
  /** The receipt is that of a draft, which the telling goes on with. */
  readonly isDraft?: boolean | undefined
  /** Why the mailbox is closed. */
  readonly note?: string | undefined
}

/** Asking for the receipt, in a document that opens the mailbox itself. */
export function askingView({ words }: Speaking, view: AskingView): Html {
  const { typed, problem, trouble, isDraft, note } = view
  const wrong = problem === undefined ? trouble : receiptProblem(words, problem, typed ?? '')
  return html`${backLink({ text: words('report.back'), href: '/' })}
${wrong !== undefined && problemSummary(words('errors.summary'), wrong, problem && '#receipt')}
<h1 class="govuk-heading-xl" tabindex="-1">${words('mailbox.come.title')}</h1>
${note !== undefined && insetText({ text: note })}
<p class="govuk-body-l">${words('mailbox.come.lead')}</p>
${problem === 'unknown' && whatToTry(words)}
${isDraft && linkList([{ href: '/a/resume', text: words('saving.link') }])}
<form method="dialog" data-deed="open" autocomplete="off" novalidate>
${receiptField(words, typed, problem)}
${button({ text: words('mailbox.come.button') })}
</form>
<p class="govuk-body" role="status" data-status></p>
${insetText({ text: words('mailbox.script.way') })}
<p class="govuk-body">${words('mailbox.come.lost')}</p>`
}

/** What went wrong, where the keyboard and a screen reader find it first. */
export function problemSummary(titleText: string, text: string, href?: string): Html {
  return errorSummary({ titleText, errorList: [{ text, href }], attributes: { tabindex: -1 } })
}
