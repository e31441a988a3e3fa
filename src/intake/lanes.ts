/** Which lane a report takes. It looks at how many come and how alike they are, never at who sends. */
import { randomInt, randomUUID } from 'node:crypto'
import type { Admission } from '../reports/admission.ts'
import type { ReportId } from '../reports/stored-report.ts'
import { areAlike, type Sketch, sketchOf } from './likeness.ts'
import { bitsFor, Recent } from './pressure.ts'

export interface Newcomer {
  readonly site: string
  /** Names this sending: the same again gets the same admission. */
  readonly sending: string
  /** Whether its browser has done the work that is asked for now. */
  readonly worked: boolean
  /** Absent where the browser sealed it: then nobody here can read it. */
  readonly written?: string | undefined
}

/** Without work, so many unlike ones in ten minutes go to the queue at once, a flood or not. */
export const mostWithoutWork = 12

/**
 * What a browser sealed without work: it could seal, so it could have worked. Some that are real
 * come late, from a sleeping phone.
 */
export const mostUnproven = 3

/** With work. A queue that grows faster than this is read by nobody. */
export const mostWithWork = 200

/** From so many in ten minutes on, what is nearly the same as another is held behind it. */
const busy = 20

/** So often the same text goes to the queue on other days: somebody who is not sure that it was sent. */
const mostAlike = 3

const mostRemembered = 1_000
const mostKinds = 500
const kindLifetime = 60 * 60_000

/** The first of its kind, and how to know the others. In memory only. */
interface Kind {
  readonly sketch: Sketch
  readonly first: ReportId
  readonly seen: number
  readonly seenAt: number
}

interface Traffic {
  readonly all: Recent
  readonly withoutWork: Recent
  readonly withWork: Recent
  readonly unproven: Recent
  readonly admitted: Map<string, Admission>
  kinds: readonly Kind[]
}

/** The lanes of every site, as one process sees them. */
export class Lanes {
  readonly #now: () => Date
  readonly #sites = new Map<string, Traffic>()
  /** New with each start, so that no likeness can be prepared. */
  readonly #likenessKey = randomInt(2 ** 32)

  constructor(now: () => Date) {
    this.#now = now
  }

  /** What browsers are asked for now. */
  bits(site: string): number {
    return bitsFor(this.#traffic(site).all.count())
  }

  admit(newcomer: Newcomer): Admission {
    const traffic = this.#traffic(newcomer.site)
    const before = traffic.admitted.get(newcomer.sending)
    if (before !== undefined) return before
    const admission = this.#place(traffic, newcomer)
    traffic.all.note()
    remember(traffic.admitted, newcomer.sending, admission)
    return admission
  }

  #place(traffic: Traffic, { worked, written }: Newcomer): Admission {
    const id = randomUUID() as ReportId
    if (worked) return { id, lane: takeIf(traffic.withWork, mostWithWork), sameAs: undefined }
    if (written === undefined)
      return { id, lane: takeIf(traffic.unproven, mostUnproven), sameAs: undefined }
    const kind = this.#kindOf(traffic, written, id)
    const isOneOfMany = kind !== undefined && kind.first !== id && isFlood(traffic, kind)
    if (isOneOfMany) return { id, lane: 'held', sameAs: kind.first }
    return { id, lane: takeIf(traffic.withoutWork, mostWithoutWork), sameAs: undefined }
  }

  /** The kind that this text belongs to; where there is none, it is the first of one. */
  #kindOf(traffic: Traffic, written: string, id: ReportId): Kind | undefined {
    const sketch = sketchOf(written, this.#likenessKey)
    if (sketch === undefined) return undefined
    const seenAt = this.#now().getTime()
    const kinds = traffic.kinds.filter((kind) => seenAt - kind.seenAt < kindLifetime)
    const known = kinds.find((kind) => areAlike(kind.sketch, sketch))
    const { first, seen } = known ?? { first: id, seen: 0 }
    const kind = { sketch: known?.sketch ?? sketch, first, seen: seen + 1, seenAt }
    traffic.kinds = [kind, ...kinds.filter((one) => one !== known)].slice(0, mostKinds)
    return kind
  }

  #traffic(site: string): Traffic {
    const known = this.#sites.get(site)
    if (known !== undefined) return known
    const counts = () => new Recent(this.#now)
    const recents = { all: counts(), withoutWork: counts(), withWork: counts(), unproven: counts() }
    const traffic: Traffic = { ...recents, admitted: new Map(), kinds: [] }
    this.#sites.set(site, traffic)
    return traffic
  }
}

function isFlood(traffic: Traffic, { seen }: Kind): boolean {
  return seen > mostAlike || traffic.all.count() >= busy
}

function takeIf(recent: Recent, most: number): Admission['lane'] {
  if (recent.count() >= most) return 'held'
  recent.note()
  return 'usual'
}

/** The newest thousand: by then a sending is over. */
function remember(admitted: Map<string, Admission>, sending: string, admission: Admission): void {
  admitted.set(sending, admission)
  if (admitted.size <= mostRemembered) return
  const [oldest] = admitted.keys()
  if (oldest !== undefined) admitted.delete(oldest)
}
