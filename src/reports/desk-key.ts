import type { Recipient } from '../sealing/identity.ts'

/** The public half of the key that a desk reads with now. */
export interface DeskKey {
  readonly epoch: number
  readonly recipient: Recipient
}
