import { type Database, openDatabase } from '../src/database/database.ts'

/** Opens a SQLite file, uses it, and lets go of it. */
export async function withDatabase<Result>(
  file: string,
  use: (database: Database) => Promise<Result>,
): Promise<Result> {
  const database = openDatabase(`sqlite:${file}`)
  try {
    return await use(database)
  } finally {
    await database.destroy()
  }
}
