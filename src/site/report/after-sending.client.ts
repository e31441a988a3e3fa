/** What a browser shows when its report is safe: the receipt, and a place to add files. */
import { type Identity, type Recipient, recipientOf } from '../../sealing/identity.ts'
import { isLastGroup, mailboxName, type Receipt } from '../../sealing/receipt.ts'
import type { Words } from '../../ui/words.ts'
import { put } from '../markup.client.ts'
import type { JourneyVisit } from './journey-visit.ts'
import { focusOn, part, prefix, type ShowPage } from './one-document.client.ts'
import { finishing, receiptView, type Sent } from './receipt-page.ts'
import { showReceiptTools } from './receipt-tools.client.ts'
import type { ScriptJourney } from './script-journey.ts'

/** What the script gets that adds files to a report: it exports `mountFiles(place, mount)`. */
export interface FilesMount {
  /** What the server knows the report by: the name of its mailbox. */
  readonly name: string
  /** What every file is sealed to: the report’s own key. */
  readonly recipient: Recipient
  readonly words: Words
  /** The language that addresses name, `/cy`, or nothing. */
  readonly prefix: string
  /** The one way in which markup becomes part of this page. */
  readonly put: typeof put
}

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
    const place = part('[data-files]')
    if (this.#scripts.files === undefined || place === undefined) return
    const recipient = await recipientOf(identity)
    const mount: FilesMount = { name: mailboxName(receipt), recipient, words, prefix, put }
    const { mountFiles } = await import(this.#scripts.files)
    mountFiles(place, mount)
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
