/** What a browser shows when its report is safe: the receipt, and a place to add files. */
import type { Identity } from '../../sealing/identity.ts'
import { isLastGroup, mailboxName, type Receipt } from '../../sealing/receipt.ts'
import { mountFilesIn } from '../files/mount-files.client.ts'
import { put } from '../markup.client.ts'
import type { JourneyVisit } from './journey-visit.ts'
import { focusOn, part, prefix, type ShowPage } from './one-document.client.ts'
import { finishing, receiptView, type Sent } from './receipt-page.ts'
import { showReceiptTools } from './receipt-tools.client.ts'
import type { ScriptJourney } from './script-journey.ts'

export class AfterSending {
  readonly #visit: JourneyVisit
  readonly #scripts: ScriptJourney['scripts']
  readonly #show: ShowPage
  #receipt: Receipt | undefined

  constructor(visit: JourneyVisit, { scripts }: ScriptJourney, show: ShowPage) {
    this.#visit = visit
    this.#scripts = scripts
    this.#show = show
  }

  async begin(sent: Sent, identity: Identity): Promise<void> {
    const { receipt } = sent
    const { words } = this.#visit
    this.#receipt = receipt
    this.#show(receiptView(this.#visit, sent))
    showReceiptTools({ words, receipt, codeScript: this.#scripts.receiptCode })
    const section = part('#files')
    const mailbox = mailboxName(receipt)
    if (section !== undefined)
      await mountFilesIn(section, { mailboxName: mailbox, identity, prefix })
  }

  /** Whether what was typed shows that the receipt was kept; says so on the page where it does not. */
  mayFinish(last: string, isUnchecked: boolean): boolean {
    if (this.#receipt === undefined || isUnchecked || isLastGroup(last, this.#receipt)) return true
    const place = part('[data-finish]')
    const problem = last.trim() === '' ? 'empty' : 'wrong'
    if (place !== undefined) put(place, finishing(this.#visit, { typed: last, problem }))
    focusOn(part('#last-group') ?? null)
    return false
  }
}
