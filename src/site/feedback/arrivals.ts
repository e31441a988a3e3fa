const minute = 60_000

/**
 * How many may arrive in a minute, together for each site. Who sends them is never noted, so that
 * one sender cannot be told from another; when it is full everyone is asked to wait a little.
 */
export class Arrivals {
  readonly #most: number
  readonly #now: () => Date
  readonly #arrived = new Map<string, number[]>()

  constructor(most: number, now: () => Date) {
    this.#most = most
    this.#now = now
  }

  /** Takes one more, if there is room for it. */
  admit(site: string): boolean {
    const time = this.#now().getTime()
    const recent = (this.#arrived.get(site) ?? []).filter((earlier) => earlier > time - minute)
    const room = recent.length < this.#most
    if (room) recent.push(time)
    this.#arrived.set(site, recent)
    return room
  }
}
