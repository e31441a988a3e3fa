import { officerStore } from '../officers/officer-store.ts'
import { columns } from './columns.ts'
import type { Command } from './command.ts'
import { deskOf, deskOption } from './desk-option.ts'
import { withDatabase } from './with-database.ts'

export const officerListCommand: Command = {
  name: 'officer list',
  usage: '[--desk <desk>]',
  summary: 'Lists the officers of a desk',
  words: 0,
  options: deskOption,
  run: (call) =>
    withDatabase(call.environment, async (database, config) => {
      const officers = await officerStore(database).list(deskOf(config, call).id)
      const rows = officers.map((one) => [one.name, one.role, one.enrolledAt.slice(0, 10)])
      call.say(rows.length === 0 ? 'Nobody yet.' : columns(['name', 'role', 'enrolled'], rows))
    }),
}
