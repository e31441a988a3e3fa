/** Fetches what saves a draft only when somebody wants that. Without it there is the page as it stands. */
import type { Answers } from '../../reports/question.ts'
import type { Saving, SavingAround } from './saving.client.ts'

export class DraftKeeper {
  readonly #script: string
  readonly #around: SavingAround
  #saving: Saving | undefined

  constructor(script: string, around: SavingAround) {
    this.#script = script
    this.#around = around
  }

  /** Never throws. @returns whether it is saved, and its receipt shown */
  async save(answers: Answers): Promise<boolean> {
    try {
      return await (await this.#load()).save(answers)
    } catch {
      return false
    }
  }

  /** Never throws. @returns whether the page now asks for the receipt */
  async askForReceipt(replaces: boolean): Promise<boolean> {
    try {
      ;(await this.#load()).askForReceipt(replaces)
      return true
    } catch {
      return false
    }
  }

  async resume(typed: string): Promise<Answers | undefined> {
    return this.#saving?.resume(typed)
  }

  /** What the buttons beside the receipt of a draft do. */
  async after(wish: string, answers: Answers): Promise<void> {
    if (wish === 'leave') this.#saving?.leave()
    else await this.#saving?.destroy(answers)
  }

  /** It was sent: what is saved need not wait any more. */
  async sent(): Promise<void> {
    await this.#saving?.forget()
  }

  /** No receipt is in memory after this. */
  forget(): void {
    this.#saving = undefined
  }

  async #load(): Promise<Saving> {
    if (this.#saving === undefined) {
      const { Saving: Loaded } = (await import(this.#script)) as { Saving: typeof Saving }
      this.#saving = new Loaded(this.#around)
    }
    return this.#saving
  }
}
