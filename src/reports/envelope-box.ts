/**
 * An envelope as the database keeps it: in a box whose key is a row of its own. To destroy a report
 * for good it is enough to destroy that small row, wherever else copies of the rest may linger.
 */
import { type BoxKey, newBoxKey } from '../sealing/box.ts'
import type { Sealed } from '../sealing/seal.ts'
import { closeServerBox, openServerBox } from '../sealing/server-box.ts'

export function boxEnvelope(envelope: Sealed): { readonly box: string; readonly key: BoxKey } {
  const key = newBoxKey()
  return { box: closeServerBox(envelope, key), key }
}

/**
 * The envelope as it was sealed. One that lies open is given as it is; so is a damaged box, and
 * whoever opens it sees the damage.
 */
export function envelopeIn(box: string, key: string | null): Sealed {
  if (key === null) return box as Sealed
  return (openServerBox(box, key as BoxKey) ?? box) as Sealed
}
