import type { StoredFile } from '../../files/stored-file.ts'
import type { SealedMailbox } from '../../mailbox/open-mailbox.ts'
import type { ShownNotice } from './notice-view.ts'
import type { ShownProof } from './proof-list.ts'

/** What the server hands to the script of the mailbox. Nothing in it says anything without the receipt. */
export interface HandedOut extends SealedMailbox {
  readonly reference: string
  /** `2026-11-22T11:00:00Z` */
  readonly receivedHour: string
  /** Today, as the server knows it: the clock of a phone may be wrong. */
  readonly day: string
  /** Those that have come whole. */
  readonly files: readonly HandedFile[]
  readonly notice: OfferedNotice
}

/** How somebody may hear of messages: no way where the operator offers none. */
export interface OfferedNotice {
  readonly ways: readonly ShownNotice['way'][]
  /** Whether they hear already; where is not told. */
  readonly isOn: boolean
}

export type HandedFile = Pick<StoredFile, 'id' | 'note' | 'size'>

/** What the server signs for the reporter. */
export interface HandedProof extends ShownProof {
  /** The whole proof as one file, to keep. */
  readonly file: string
}
