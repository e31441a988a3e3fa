import assert from 'node:assert/strict'
import { readReport } from '../src/reports/read-report.ts'
import type { SealedReport } from '../src/reports/stored-report.ts'
import { type Identity, parseIdentity } from '../src/sealing/identity.ts'
import { open } from '../src/sealing/seal.ts'

/** Each of these identities opens it, and what was said is in it. */
export async function assertWholeReport(
  report: SealedReport | undefined,
  identities: readonly Identity[],
  said: string,
): Promise<void> {
  assert.ok(report)
  for (const identity of identities) {
    const envelope = await open(report.envelope, identity)
    assert.ok(envelope.outcome === 'opened')
    const body = await open(report.body, parseIdentity(envelope.text))
    assert.ok(body.outcome === 'opened')
    assert.ok(body.text.includes(said))
    assert.equal(readReport(body.text)?.reference, report.reference)
  }
}
