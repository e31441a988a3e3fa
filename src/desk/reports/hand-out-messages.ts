import type { ReportId } from '../../reports/stored-report.ts'
import type { DeskDependencies } from '../desk-dependencies.ts'
import type { HandedMessage } from './handed-message.ts'

/** Every message of a report, still sealed, with the names of the officers who wrote. */
export async function handOutMessages(
  { stores }: DeskDependencies,
  desk: string,
  report: ReportId,
): Promise<readonly HandedMessage[]> {
  const [messages, names] = await Promise.all([
    stores.messages.list(report),
    stores.officers.names(desk),
  ])
  return messages.map(({ officer, ...message }) => ({
    ...message,
    ...(officer !== undefined && { who: names.get(officer) ?? officer }),
  }))
}
