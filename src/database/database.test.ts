import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'
import { contract } from '../../test/contract.ts'
import { startPostgres } from '../../test/postgres-server.ts'
import { openDatabase } from './database.ts'
import { migrate } from './migrate.ts'
import { isUniqueViolation } from './unique-violation.ts'

contract('A database', (database) => {
  const count = { site: 'harbour', day: '2026-01-01', page: 'home', views: 1 }

  test('a second migration finds nothing to do', async () => {
    assert.deepEqual(await migrate(database()), [])
  })

  test('a row that is there already is told apart from other faults', async () => {
    await database().insertInto('page_counts').values(count).execute()
    await assert.rejects(
      () => database().insertInto('page_counts').values(count).execute(),
      isUniqueViolation,
    )
    assert.equal(isUniqueViolation(new Error('something else')), false)
  })

  test('what fails half way leaves nothing behind', async () => {
    const attempt = database()
      .transaction()
      .execute(async (transaction) => {
        await transaction
          .insertInto('page_counts')
          .values({ ...count, page: 'half' })
          .execute()
        throw new Error('pulled the plug')
      })
    await assert.rejects(attempt, /pulled the plug/)
    const left = await database()
      .selectFrom('page_counts')
      .where('page', '=', 'half')
      .selectAll()
      .execute()
    assert.deepEqual(left, [])
  })

  test('two who change the same row at once: one wins, and knows it', async () => {
    await database()
      .insertInto('page_counts')
      .values({ ...count, page: 'race' })
      .execute()
    const outcomes = await Promise.all(
      [2, 3].map((views) =>
        database()
          .transaction()
          .execute((transaction) =>
            transaction
              .updateTable('page_counts')
              .set({ views })
              .where('page', '=', 'race')
              .where('views', '=', 1)
              .executeTakeFirstOrThrow(),
          ),
      ),
    )
    assert.deepEqual(outcomes.map((outcome) => Number(outcome.numUpdatedRows)).sort(), [0, 1])
  })
})

test('a PostgreSQL that ends a connection in use fails that query, and not the service', async () => {
  const server = await startPostgres()
  const database = openDatabase(server.url)
  const end = sql`select pg_terminate_backend(pg_backend_pid())`
  await assert.rejects(() => database.transaction().execute((one) => end.execute(one)))
  await setImmediate()
  const { rows } = await sql`select 1 as answer`.execute(database)
  assert.deepEqual(rows, [{ answer: 1 }])
  await database.destroy()
  await server.stop()
})

test('an address of neither engine is refused', () => {
  assert.throws(() => openDatabase('mysql://localhost/x'), /sqlite: or postgres/)
})
