import { summaryList } from '../../ui/components/summary-list.ts'
import { type Html, html } from '../../ui/html.ts'
import { reporterDay } from './reporter-day.ts'
import type { Speaking } from './speaking.ts'

/** What a proof says, part by part. */
export interface ShownProof {
  readonly reference: string
  /** Name and address. */
  readonly site: string
  /** On which the report came: `2026-11-22`. */
  readonly day: string
  /** SHA-256 of the sealed report, in hexadecimal. */
  readonly hash: string
  readonly signature: string
  /** The address of the public key. */
  readonly key: string
}

const parts = ['reference', 'site', 'day', 'hash', 'signature', 'key'] as const

export function proofList({ words, locale }: Speaking, proof: ShownProof): Html {
  const shown = { ...proof, day: reporterDay(proof.day, locale) }
  const rows = parts.map((part) => ({
    key: { text: words(`mailbox.proof.${part}`) },
    value: { html: html`<bdi>${shown[part]}</bdi>` },
  }))
  return summaryList({ rows })
}
