/** Runs on a thread of its own: sealing takes many milliseconds of arithmetic. */
import '../sealing/use-native-x25519.ts'
import type { Receipt } from '../sealing/receipt.ts'
import type { DeskKey } from './desk-key.ts'
import type { Report } from './report.ts'
import type { Seals } from './stored-report.ts'

export interface SealingTask {
  readonly report: Report
  readonly deskKey: DeskKey
  readonly receipt: Receipt
}

// Static imports would all be resolved before the first of them is run.
const { sealReport } = await import('./seal-report.ts')

export function seal({ report, deskKey, receipt }: SealingTask): Promise<Seals> {
  return sealReport(report, deskKey, receipt)
}
