/** How reports are taken in on a calm day, for tests that are not about floods. */
import { randomUUID } from 'node:crypto'
import type { Admission } from '../src/reports/admission.ts'
import type { ReportId } from '../src/reports/stored-report.ts'

export const calmDay = {
  admit: (): Admission => ({ id: randomUUID() as ReportId, lane: 'usual', sameAs: undefined }),
  inTurn: <T>(_lane: string, work: () => Promise<T>): Promise<T> => work(),
}
