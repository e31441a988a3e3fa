import { readConfig } from '../config.ts'
import { openDatabase } from '../database/database.ts'
import { migrate } from '../database/migrate.ts'
import type { Command } from './command.ts'

export const migrateCommand: Command = {
  name: 'migrate',
  usage: '',
  summary: 'Brings the database to the newest schema; bin/start does so too',
  words: 0,
  options: {},
  async run({ environment, say }) {
    const { config } = readConfig(environment)
    const database = openDatabase(config.databaseUrl)
    try {
      const ran = await migrate(database)
      say(ran.length === 0 ? 'The database is up to date.' : `Migrated: ${ran.join(', ')}.`)
    } finally {
      await database.destroy()
    }
  },
}
