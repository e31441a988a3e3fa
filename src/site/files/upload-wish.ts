/** What a page and the worker beside it say to each other about a part of a file. Pure. */
import type { UploadOutcome } from './upload.ts'

export interface UploadWish {
  readonly blob: Blob
  /** What is said of it, with `hashMark` where its hash goes. */
  readonly note: string
  /** Of the report. */
  readonly recipient: string
  readonly post: string
  readonly mailboxName: string
  /** The number of the upload that it is a cleaned copy of. */
  readonly copyOf?: number | undefined
}

/** As long as a hash, because the note is padded already. */
export const hashMark = '#'.repeat(64)

export interface UploadNews {
  /** The number that the page gave it. */
  readonly upload: number
  /** Sealed bytes in all, and how many of them the service has. */
  readonly size: number
  readonly stored: number
  /** Whether there is no line just now. */
  readonly isSeeking: boolean
}

export type RunOutcome =
  | Exclude<UploadOutcome, { readonly outcome: 'gone' }>
  /** The file is not as it was when it was chosen, or no longer there. */
  | { readonly outcome: 'unreadable' }
