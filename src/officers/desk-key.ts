import type { Recipient } from '../sealing/identity.ts'
import type { Sealed } from '../sealing/seal.ts'

/** The public half of a desk’s key, of one epoch. */
export interface DeskKey {
  readonly desk: string
  readonly epoch: number
  readonly recipient: Recipient
}

/** A desk key sealed to one officer, by the browser of an officer who had it. */
export interface DeskKeyGrant {
  readonly epoch: number
  /** The key’s public half: what opens must be the key that reports are sealed to. */
  readonly recipient: Recipient
  readonly sealed: Sealed
}

/** What the first administrator’s browser makes: the key’s public half, and the key sealed to its maker. */
export interface NewDeskKey {
  readonly recipient: Recipient
  readonly sealed: Sealed
}
