import type { Admission, Admit, InTurn } from '../reports/admission.ts'
import { newTerms, readChallenge, type Terms } from './challenge.ts'
import { Lanes } from './lanes.ts'
import { Turns } from './turns.ts'
import { digestOfReport, hasWork, type Work } from './work.ts'

/** A report that its browser sealed, as it comes. */
export interface SealedArrival {
  readonly site: string
  readonly mailbox: string
  readonly body: string
  /** Absent where a browser could not; such a report is taken all the same. */
  readonly work: Work | undefined
}

/** Says where each report goes. It refuses none and loses none. */
export interface Intake {
  /** What a browser is asked for now. */
  terms(site: string): Terms
  /** For what the server seals: the slow lane, without work. */
  readonly admit: Admit
  /** For what a browser sealed: the usual lane with work, the slow lane without. */
  admitSealed(arrival: SealedArrival): Admission
  readonly inTurn: InTurn
}

/** Two minutes for slow lines: as long, what was asked counts, though more be asked by now. */
const patience = 2 * 60_000

/** @param secretKey makes challenges that every process of the service knows as ours */
export function openIntake(secretKey: Buffer, now: () => Date): Intake {
  const lanes = new Lanes(now)
  const turns = new Turns()
  const terms = (site: string): Terms => newTerms(site, lanes.bits(site), now(), secretKey)
  const hasWorked = ({ site, work, ...report }: SealedArrival): boolean => {
    const issued = work && readChallenge(work.challenge, site, now(), secretKey)
    if (work === undefined || issued === undefined) return false
    // A challenge of a calm minute asked for nothing, and is worth nothing once the flood is there.
    const isFresh = issued.age <= patience && issued.bits > 0
    const bits = isFresh ? issued.bits : lanes.bits(site)
    return hasWork(work.challenge, bits, digestOfReport(report), work.nonce)
  }
  return {
    terms,
    admit: ({ site, sending, written }) => lanes.admit({ site, sending, written, worked: false }),
    admitSealed: (arrival) =>
      lanes.admit({
        site: arrival.site,
        sending: digestOfReport(arrival),
        worked: hasWorked(arrival),
      }),
    inTurn: (lane, work) => turns.take(lane, work),
  }
}
