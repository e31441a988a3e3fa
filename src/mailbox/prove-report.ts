import type { KeyObject } from 'node:crypto'
import type { StoredMailbox } from './mailbox-store.ts'
import { hashOfBody, type ProofOfReport, type ProvenReport, writeProof } from './proof-of-report.ts'

export interface Proven {
  readonly report: ProvenReport
  readonly proof: ProofOfReport
  /** The proof as a file, as `signpost` checks it. */
  readonly file: string
}

/** @param site its address: `https://example.org` */
export function proveReport(mailbox: StoredMailbox, site: string, key: KeyObject): Proven {
  const report = {
    reference: mailbox.reference,
    site,
    receivedDay: mailbox.receivedHour.slice(0, 10),
    bodyHash: hashOfBody(mailbox.body),
  }
  const proof = writeProof(report, key)
  return { report, proof, file: `${JSON.stringify(proof, null, 2)}\n` }
}
