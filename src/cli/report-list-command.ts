import { officerStore } from '../officers/officer-store.ts'
import { reportStore } from '../reports/report-store.ts'
import { columns } from './columns.ts'
import { type Command, UsageError } from './command.ts'
import { deskOf, deskOption } from './desk-option.ts'
import { withDatabase } from './with-database.ts'

const head = ['reference', 'priority', 'received', 'status', 'topic', 'language', 'officer']

export const reportListCommand: Command = {
  name: 'report list',
  usage: '[--all] [--limit <number>] [--desk <desk>]',
  summary: 'Lists what is known of the open reports of a desk without opening them',
  details:
    'The most urgent first, 100 of them unless --limit says otherwise. --all adds closed ones.',
  words: 0,
  options: { ...deskOption, all: { type: 'boolean' }, limit: { type: 'string', default: '100' } },
  run: (call) =>
    withDatabase(call.environment, async (database, config) => {
      const desk = deskOf(config, call).id
      const names = await officerStore(database).names(desk)
      const reports = await reportStore(database).queue(desk, {
        statuses: call.flag('all') ? ['new', 'assigned', 'closed'] : ['new', 'assigned'],
        limit: numberFrom(call.option('limit')),
      })
      const rows = reports.map((one) => [
        one.reference,
        String(one.priority),
        one.receivedHour,
        one.status,
        one.topic,
        one.language,
        names.get(one.assignee ?? '') ?? '',
      ])
      call.say(rows.length === 0 ? 'No reports.' : columns(head, rows))
    }),
}

function numberFrom(typed = ''): number {
  if (!/^[1-9]\d{0,6}$/.test(typed)) throw new UsageError('--limit takes a number such as 100.')
  return Number(typed)
}
