import type { SealedMessage } from '../../mailbox/sealed-message.ts'

/** A message as the server hands it to an officer's browser. */
export interface HandedMessage extends SealedMessage {
  /** The name of the officer who wrote it; absent for the reporter’s own. */
  readonly who?: string | undefined
}
