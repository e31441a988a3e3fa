import type { PageCount } from '../../figures/page-count.ts'

type Store = (counts: readonly PageCount[]) => Promise<void>

/** Counts in memory until `flush`, so that no moment of any visit is ever written down. */
export class PageCounts {
  #waiting = new Map<string, PageCount>()
  readonly #store: Store

  constructor(store: Store) {
    this.#store = store
  }

  add(site: string, day: string, page: string, views = 1): void {
    const key = `${site} ${day} ${page}`
    const before = this.#waiting.get(key)?.views ?? 0
    this.#waiting.set(key, { site, day, page, views: before + views })
  }

  /** Stores what waits. Where that fails it waits for the next time. @throws what the store throws */
  async flush(): Promise<void> {
    const counts = [...this.#waiting.values()]
    if (counts.length === 0) return
    this.#waiting = new Map()
    try {
      await this.#store(counts)
    } catch (error) {
      for (const { site, day, page, views } of counts) this.add(site, day, page, views)
      throw error
    }
  }
}
