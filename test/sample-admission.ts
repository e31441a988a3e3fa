/** The lanes on a calm day, for tests that are not about lanes. */
import { randomUUID } from 'node:crypto'
import type { Admission } from '../src/reports/admission.ts'
import type { ReportId } from '../src/reports/stored-report.ts'

export function admitAtOnce(): Admission {
  return { id: randomUUID() as ReportId, lane: 'usual', sameAs: undefined }
}
