import type { Recipient } from '../sealing/identity.ts'
import type { Sealed } from '../sealing/seal.ts'
import type { Priority } from './priority.ts'
import type { Status } from './status.ts'

export type ReportId = string & { readonly __brand: 'ReportId' }

/** An id as it came in an address; anything else is `undefined`. */
export function parseReportId(text: string): ReportId | undefined {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text) ? (text as ReportId) : undefined
}

/** `held`: many came at once, and this one is kept apart for an officer to look through. */
export type Lane = 'usual' | 'held'

/** What is known of a report without opening it. */
export interface QueuedReport {
  readonly id: ReportId
  readonly reference: string
  readonly site: string
  readonly desk: string
  readonly topic: string
  readonly language: string
  readonly priority: Priority
  readonly status: Status
  readonly hasFiles: boolean
  /** `2026-11-22T11:00:00Z` */
  readonly receivedHour: string
  /** The officer's id. */
  readonly assignee: string | undefined
  readonly closedAt: string | undefined
  readonly lane: Lane
  /** The report that this one is nearly the same as. */
  readonly sameAs: ReportId | undefined
  /** The reporter has added something since an officer last opened it. */
  readonly hasNews: boolean
  /** Name it with every change; a change that names an older one is refused. */
  readonly version: number
}

/** A report with its seals. */
export interface SealedReport extends QueuedReport, Seals {}

export interface Seals {
  /** Which desk key the envelope is for. */
  readonly epoch: number
  /** Holds the identity that opens the body: an age identity, nothing else. */
  readonly envelope: Sealed
  readonly body: Sealed
  /** What messages to the reporter are sealed to. */
  readonly receiptRecipient: Recipient
}

/** A report on its way into the database. */
export interface NewReport extends Seals {
  readonly id: ReportId
  readonly reference: string
  readonly site: string
  readonly desk: string
  readonly topic: string
  readonly language: string
  readonly priority: Priority
  readonly hasFiles: boolean
  readonly receivedHour: string
  /** Keyed hash of the mailbox name. */
  readonly mailbox: string
  readonly lane: Lane
  readonly sameAs: ReportId | undefined
}
