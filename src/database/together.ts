import { SqliteAdapter, sql } from 'kysely'
import type { Database } from './database.ts'

/** One work that waits for its turn in a common transaction. */
interface Waiting {
  readonly work: (transaction: Database) => Promise<unknown>
  readonly resolve: (value: never) => void
  readonly reject: (error: unknown) => void
}

/** More at once would make the first of them wait for the last. */
const mostAtOnce = 128

const queues = new WeakMap<Database, Waiting[]>()

/**
 * Runs `work` in a transaction: when it returns, all of it is on the disk; when it throws, nothing
 * of it. On SQLite, works that wait at the same time share one transaction, each behind a savepoint
 * of its own, because waiting for the disk takes longer than all else. PostgreSQL does that itself.
 * Within a transaction it is simply called.
 */
export function together<T>(
  database: Database,
  work: (transaction: Database) => Promise<T>,
): Promise<T> {
  if (database.isTransaction) return work(database)
  if (!(database.getExecutor().adapter instanceof SqliteAdapter))
    return database.transaction().execute(work)
  return new Promise<T>((resolve, reject) => {
    const queue = queues.get(database)
    const waiting = { work, resolve, reject }
    if (queue !== undefined) return void queue.push(waiting)
    const begun = [waiting]
    queues.set(database, begun)
    setImmediate(() => void empty(database, begun))
  })
}

async function empty(database: Database, queue: Waiting[]): Promise<void> {
  while (queue.length > 0) await commit(database, queue.splice(0, mostAtOnce))
  queues.delete(database)
}

async function commit(database: Database, works: readonly Waiting[]): Promise<void> {
  const ends: (() => void)[] = []
  try {
    await database.transaction().execute(async (transaction) => {
      for (const one of works) ends.push(await attempt(transaction, one))
    })
  } catch (error) {
    // The disk kept nothing of any of them.
    for (const { reject } of works) reject(error)
    return
  }
  for (const end of ends) end()
}

/** What to tell the caller, once the whole is on the disk. */
async function attempt(transaction: Database, one: Waiting): Promise<() => void> {
  await sql`savepoint one`.execute(transaction)
  try {
    const value = (await one.work(transaction)) as never
    await sql`release one`.execute(transaction)
    return () => one.resolve(value)
  } catch (error) {
    await sql`rollback to one`.execute(transaction)
    await sql`release one`.execute(transaction)
    return () => one.reject(error)
  }
}
