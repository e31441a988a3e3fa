import type { Lane } from '../reports/stored-report.ts'

/** So many held reports are sealed at a time: a thread or two are never without work. */
const most = 2

/**
 * Work that a report costs. What is in the usual lane is done at once; what is held waits for its
 * turn, first come first served, so that ten thousand of a flood do not stand before somebody else.
 */
export class Turns {
  #running = 0
  readonly #waiting: (() => void)[] = []

  /** Rejects as `work` does. */
  async take<T>(lane: Lane, work: () => Promise<T>): Promise<T> {
    if (lane === 'usual') return work()
    await this.#begin()
    try {
      return await work()
    } finally {
      this.#end()
    }
  }

  async #begin(): Promise<void> {
    if (this.#running < most) this.#running += 1
    else await new Promise<void>((resolve) => this.#waiting.push(resolve))
  }

  #end(): void {
    const next = this.#waiting.shift()
    if (next === undefined) this.#running -= 1
    else next()
  }
}
