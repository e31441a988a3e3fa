import { randomInt } from 'node:crypto'
import type { ReportId } from '../reports/stored-report.ts'
import type { NoticeStore } from './notice-store.ts'

const minute = 60_000

/**
 * An officer has written: whoever asked for it hears so within a quarter of an hour. Not at once, so
 * that nobody who sees both ends can tell by the moment which message it was about.
 */
export function notifyReporter(
  notices: Pick<NoticeStore, 'ask'>,
  report: ReportId,
  now: Date,
): Promise<void> {
  return notices.ask(report, new Date(now.getTime() + randomInt(minute, 15 * minute)))
}
