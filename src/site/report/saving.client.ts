/** Saves an unfinished report and goes on with it, sealed and opened in this browser. Without it our server does both. */
import { openSavedDraft, sealDraft } from '../../mailbox/saved-draft.ts'
import type { Journey } from '../../reports/journey.ts'
import { knownAnswers } from '../../reports/known-answers.ts'
import type { Answers } from '../../reports/question.ts'
import { mailboxName, newReceipt, type Receipt, readReceipt } from '../../sealing/receipt.ts'
import { calendarDay } from '../advice/calendar-day.ts'
import { type Answer, ask } from '../ask-site.client.ts'
import type { SitePageView } from '../site-pages.ts'
import type { JourneyVisit } from './journey-visit.ts'
import { nextAddress } from './question-address.ts'
import { type ResumeProblem, resumeView } from './resume-page.ts'
import { leftView, savedView, unsavedView } from './saved-page.ts'

/** What the telling gives to what saves it. */
export interface SavingAround {
  /** The language that addresses name, `/cy`, or nothing. */
  readonly prefix: string
  readonly journey: Journey
  readonly language: string
  readonly visit: JourneyVisit
  readonly show: (view: SitePageView) => void
  /** Shows what can be done with the receipt that is on the page. */
  readonly offerTools: (receipt: Receipt) => void
}

/** One draft that waits, or is continued. The receipt is in memory only. */
export class Saving {
  readonly #around: SavingAround
  #receipt: Receipt | undefined

  constructor(around: SavingAround) {
    this.#around = around
  }

  /** Shows the receipt. @returns whether it is saved; nothing unsealed has left either way */
  async save(answers: Answers): Promise<boolean> {
    const { journey, visit, language, show, offerTools } = this.#around
    const receipt = this.#receipt ?? newReceipt()
    const sealed = await sealDraft(journey.topic, answers, receipt)
    const { status, body } = await this.#ask('save', receipt, { sealed })
    if (status !== 201) return false
    this.#receipt = receipt
    const day = calendarDay(String(body['lastDay']), language)
    show(savedView(visit, { receipt, day, goOn: nextAddress(journey, answers) }))
    offerTools(receipt)
    return true
  }

  /** Shows where to type the receipt of a draft. @param replaces whether answers here would be lost */
  askForReceipt(replaces: boolean): void {
    const { visit, show } = this.#around
    show(resumeView({ visit, replaces }))
  }

  /** The answers of a saved draft; `undefined` where the page now says why there are none. */
  async resume(typed: string): Promise<Answers | undefined> {
    const found = await this.#find(typed)
    if (typeof found !== 'string') return found
    const { visit, show } = this.#around
    show(resumeView({ visit, typed, problem: found }))
    return undefined
  }

  /** Somebody would rather not have it saved. */
  async destroy(answers: Answers): Promise<void> {
    const { journey, visit, show } = this.#around
    if (await this.forget()) show(unsavedView(visit, nextAddress(journey, answers)))
  }

  leave(): void {
    const { visit, show } = this.#around
    this.#receipt = undefined
    show(leftView(visit))
  }

  /** Destroys what is saved. Where that fails, it is destroyed in its time. */
  async forget(): Promise<boolean> {
    const receipt = this.#receipt
    if (receipt === undefined) return true
    const { status } = await this.#ask('forget', receipt)
    if (status === 200) this.#receipt = undefined
    return status === 200
  }

  async #find(typed: string): Promise<Answers | ResumeProblem> {
    if (typed.trim() === '') return 'empty'
    const read = readReceipt(typed)
    if (read.outcome === 'mistyped') return 'mistyped'
    const { journey } = this.#around
    const { status, body } = await this.#ask('resume', read.receipt)
    if (status !== 200) return status === 404 ? 'unknown' : 'trouble'
    const answers = await openSavedDraft(journey.topic, String(body['sealed']), read.receipt)
    if (answers === undefined) return 'damaged'
    this.#receipt = read.receipt
    return knownAnswers(journey, answers)
  }

  #ask(deed: 'save' | 'resume' | 'forget', receipt: Receipt, more: object = {}): Promise<Answer> {
    return ask(`${this.#around.prefix}/a/s/${deed}`, { name: mailboxName(receipt), ...more })
  }
}
