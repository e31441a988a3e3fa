/** A paper with which a reporter can show that a report was taken in, and when. It tells nothing of what it says. */
import { createHash, type KeyObject } from 'node:crypto'
import * as v from 'valibot'
import type { Sealed } from '../sealing/seal.ts'
import { isSigned, sign, signingKey } from '../sealing/signature.ts'

export interface ProofOfReport {
  readonly kind: 'signpost proof of report'
  readonly version: 1
  /** What is signed, line by line: readable without us. */
  readonly statement: string
  /** Ed25519, in base64. */
  readonly signature: string
}

export interface ProvenReport {
  readonly reference: string
  /** The address of the site: `https://example.org`. */
  readonly site: string
  /** `2026-11-22` */
  readonly receivedDay: string
  /** SHA-256 of the sealed body, in hexadecimal. */
  readonly bodyHash: string
}

export type CheckedProof =
  | { readonly outcome: 'genuine'; readonly statement: string }
  | { readonly outcome: 'forged' | 'unreadable' }

const proof = v.object({
  kind: v.literal('signpost proof of report'),
  version: v.literal(1),
  statement: v.string(),
  signature: v.string(),
})

/** The key that signs proofs: it follows from the server's secret key, and is the same on each of its processes. */
export function proofKey(secretKey: Buffer): KeyObject {
  return signingKey(secretKey, 'proof of report')
}

export function hashOfBody(body: Sealed): string {
  return createHash('sha256').update(body).digest('hex')
}

export function writeProof(report: ProvenReport, key: KeyObject): ProofOfReport {
  const statement = [
    'Signpost proof of report, version 1',
    `reference: ${report.reference}`,
    `site: ${report.site}`,
    `received: ${report.receivedDay}`,
    `sha-256 of the sealed report: ${report.bodyHash}`,
    '',
  ].join('\n')
  const signature = sign(statement, key)
  return { kind: 'signpost proof of report', version: 1, statement, signature }
}

/** Whether the text of a proof was signed with the key whose public half this is. */
export function checkProof(text: string, publicKey: KeyObject): CheckedProof {
  const read = readProof(text)
  if (read === undefined) return { outcome: 'unreadable' }
  const { statement, signature } = read
  return isSigned(statement, signature, publicKey)
    ? { outcome: 'genuine', statement }
    : { outcome: 'forged' }
}

function readProof(text: string): ProofOfReport | undefined {
  try {
    const result = v.safeParse(proof, JSON.parse(text))
    return result.success ? result.output : undefined
  } catch {
    return undefined
  }
}
