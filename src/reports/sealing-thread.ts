/** Runs on a thread of its own: sealing takes many milliseconds of arithmetic. */

import type { Receipt } from '../sealing/receipt.ts'
import type { DeskKey } from './desk-key.ts'
import type { Report } from './report.ts'
import { sealReport } from './seal-report.ts'
import type { Seals } from './stored-report.ts'

export interface SealingTask {
  readonly report: Report
  readonly deskKey: DeskKey
  readonly receipt: Receipt
}

export function seal({ report, deskKey, receipt }: SealingTask): Promise<Seals> {
  return sealReport(report, deskKey, receipt)
}
