/** One telling: the same questions, pages and rules as at the server, and the answers only in memory. */
import { readAnswer, type TypedFields } from '../../reports/answers.ts'
import {
  answersThatApply,
  findQuestion,
  type Journey,
  missing,
  nextQuestion,
} from '../../reports/journey.ts'
import { organizationsThatFit } from '../../reports/organizations-that-fit.ts'
import { type Answers, isEmpty, type Question } from '../../reports/question.ts'
import type { Receipt } from '../../sealing/receipt.ts'
import { type Html, trusted } from '../../ui/html.ts'
import { AfterSending } from './after-sending.client.ts'
import { checkView, type Failed } from './check-page.ts'
import { beginning, firstQuestion } from './first-question.ts'
import type { JourneyVisit } from './journey-visit.ts'
import { DraftKeeper } from './keep-draft.client.ts'
import { pageShower, part, prefix, type ShowPage } from './one-document.client.ts'
import { resumeAddress, saveAddress } from './question-address.ts'
import { questionView } from './question-page.ts'
import type { QuestionView } from './question-view.ts'
import { doneView } from './receipt-page.ts'
import { showReceiptTools } from './receipt-tools.client.ts'
import type { ScriptJourney } from './script-journey.ts'
import type { Told } from './seal-here.client.ts'
import { Sender } from './send-sealed.client.ts'

export class Telling {
  readonly #given: ScriptJourney
  readonly #visit: JourneyVisit
  readonly #journey: Journey
  readonly #show: ShowPage
  readonly #drafts: DraftKeeper
  #sender: Sender
  #answers: Answers = {}
  #after: AfterSending | undefined
  #isSending = false

  constructor(given: ScriptJourney, visit: JourneyVisit) {
    this.#given = given
    this.#visit = visit
    this.#journey = given.journey
    this.#show = pageShower(visit, given)
    this.#sender = new Sender(prefix, given.key)
    const { journey, language, scripts } = given
    const offerTools = (receipt: Receipt) =>
      showReceiptTools({ words: visit.words, receipt, codeScript: scripts.receiptCode })
    const around = { prefix, journey, language, visit, show: this.#show, offerTools }
    this.#drafts = new DraftKeeper(scripts.saving, around)
  }

  /** Nothing of what was told, and no receipt, is in memory after this. */
  forget(): void {
    this.#answers = {}
    this.#after = undefined
    this.#drafts.forget()
    this.#sender = new Sender(prefix, this.#given.key)
  }

  /** Whether an address is of the journey, and is answered here. */
  has(address: string): boolean {
    const others = ['/report', '/a/check', '/a/send', '/a/finish', saveAddress, resumeAddress]
    return others.includes(address) || this.questionAt(address) !== undefined
  }

  /** Shows what lies at an address of the journey. */
  open(address: string): void {
    const question = this.questionAt(address)
    if (question !== undefined) this.#ask(question)
    else if (address === '/a/check') this.#check()
    else if (address === resumeAddress) void this.#askForReceipt()
    else this.#begin()
  }

  questionAt(address: string): Question | undefined {
    const [, page] = /^\/a\/(\d+)$/.exec(address) ?? []
    return page === undefined ? undefined : findQuestion(this.#journey, Number(page))
  }

  /** @param saves whether somebody stops here for now, who need not have answered this question */
  answer(question: Question, fields: TypedFields, saves: boolean): void {
    const read = readAnswer(question, fields)
    const skips = saves && read.outcome === 'errors' && isEmpty(read.typed)
    if (read.outcome === 'answer') this.#answers = { ...this.#answers, [question.id]: read.answer }
    if (read.outcome === 'errors' && !skips) this.#ask(question, read)
    else if (saves) void this.#save(question)
    else this.#goOn()
  }

  /** What the forms about a saved draft wish. */
  async keep(wish: string): Promise<void> {
    if (wish === '') return this.#save()
    await this.#drafts.after(wish, this.#answers)
    if (wish === 'leave') this.forget()
  }

  /** @param typed the receipt of a saved draft, as somebody typed it */
  async resume(typed: string): Promise<void> {
    const answers = await this.#drafts.resume(typed)
    if (answers === undefined) return
    this.#answers = answers
    this.#goOn()
  }

  /** Once, however often it is asked to while it is at it. */
  async send(): Promise<void> {
    if (this.#isSending) return
    const empty = missing(this.#journey, this.#answers)[0]
    if (empty !== undefined) return this.#ask(empty)
    this.#isSending = true
    const { words } = this.#visit
    const said = part('[data-sending]')
    if (said !== undefined) said.textContent = words('telling.sending')
    await painted()
    const sending = await this.#sender.send(this.#told())
    this.#isSending = false
    if (sending.outcome !== 'sent') return this.#check(sending.outcome)
    const { reference, secrets } = sending
    const support = this.#support()
    void this.#drafts.sent()
    this.forget()
    this.#after = new AfterSending(this.#visit, this.#given, this.#show)
    await this.#after.begin({ reference, support, receipt: secrets.receipt }, secrets.identity)
  }

  /** Only if the receipt was kept, or need not be. @param last what was typed for the end of it */
  finish(last: string, isUnchecked: boolean): void {
    if (this.#after?.mayFinish(last, isUnchecked) === true) {
      this.forget()
      this.#show(doneView(this.#visit))
    }
  }

  /** Chosen here, from what came with the journey: nobody is told which. */
  #support(): readonly Html[] {
    const answers = answersThatApply(this.#journey, this.#answers)
    const { language, organizations } = this.#given
    return organizationsThatFit(answers, language, organizations).map(({ entry }) => trusted(entry))
  }

  #begin(): void {
    this.#show(beginning(this.#visit, firstQuestion(this.#visit, this.#journey, this.#answers)))
  }

  #goOn(): void {
    const next = nextQuestion(this.#journey, this.#answers)
    if (next === undefined) this.#check()
    else this.#ask(next)
  }

  /** Where it fails, what was told is still on the page. */
  async #save(question?: Question): Promise<void> {
    if (await this.#drafts.save(this.#answers)) return
    if (question !== undefined) return this.#ask(question, { problem: 'unsaved' })
    const said = part('[data-sending]')
    if (said !== undefined) said.textContent = this.#visit.words('saving.trouble')
  }

  async #askForReceipt(): Promise<void> {
    const hasBegun = Object.keys(this.#answers).length > 0
    // Without its script the page at our server does it; nothing is lost here by going there.
    if (!(await this.#drafts.askForReceipt(hasBegun)) && !hasBegun)
      location.assign(`${prefix}${resumeAddress}`)
  }

  #ask(
    question: Question,
    wrong?: Partial<Pick<QuestionView, 'errors' | 'typed' | 'problem'>>,
  ): void {
    const typed = this.#answers[question.id] ?? {}
    this.#show(questionView({ ...this.#view(), question, typed, ...wrong }))
  }

  #check(failed?: Failed): void {
    this.#show(checkView({ ...this.#view(), failed }))
    // After it can be read: a browser is three times as slow at what it does for the first time.
    void painted().then(() => this.#sender.rehearse(this.#told()))
  }

  #told(): Told {
    const { site, language, referenceWords } = this.#given
    const { words } = this.#visit
    const [journey, answers] = [this.#journey, this.#answers]
    return { journey, answers, site: site.id, language, words, referenceWords }
  }

  #view() {
    return { visit: this.#visit, journey: this.#journey, answers: this.#answers }
  }
}

/** The next moment at which what was just said can be read: sealing would hold it back. */
function painted(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, 100)
    requestAnimationFrame(() =>
      setTimeout(() => {
        clearTimeout(timer)
        resolve()
      }),
    )
  })
}
