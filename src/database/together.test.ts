import assert from 'node:assert/strict'
import { test } from 'node:test'
import { contract } from '../../test/contract.ts'
import type { Database } from './database.ts'
import { together } from './together.ts'

contract('works that wait at the same time', (database) => {
  const count = (day: string) => (transaction: Database) =>
    transaction
      .insertInto('page_counts')
      .values({ site: 'harbour', day, page: '/', views: 1 })
      .execute()
  const days = async () => {
    const rows = await database().selectFrom('page_counts').select('day').orderBy('day').execute()
    return rows.map(({ day }) => day)
  }

  test('are all kept, and each gets its own answer', async () => {
    const works = Array.from({ length: 300 }, (_, index) =>
      together(database(), async (transaction) => {
        await count(String(1000 + index))(transaction)
        return index
      }),
    )
    assert.deepEqual(
      await Promise.all(works),
      works.map((_, index) => index),
    )
    assert.equal((await days()).length, 300)
  })

  test('fail alone: what stands beside a failure is kept, what belongs to it is not', async () => {
    const [before, failed, after] = await Promise.allSettled([
      together(database(), count('a')),
      together(database(), async (transaction) => {
        await count('b')(transaction)
        throw new RangeError('sample fault')
      }),
      together(database(), count('c')),
    ])
    assert.equal(before?.status, 'fulfilled')
    assert.equal(after?.status, 'fulfilled')
    assert.match(String(failed?.status === 'rejected' && failed.reason), /sample fault/)
    const kept = (await days()).filter((day) => /[abc]/.test(day))
    assert.deepEqual(kept, ['a', 'c'])
  })

  test('go on after a failure of the database itself', async () => {
    const twice = together(database(), async (transaction) => {
      await count('d')(transaction)
      await count('d')(transaction)
    })
    await assert.rejects(twice, /unique/i)
    await together(database(), count('e'))
    assert.deepEqual(
      (await days()).filter((day) => /[de]/.test(day)),
      ['e'],
    )
  })

  test('within a transaction belong to it', async () => {
    const whole = database()
      .transaction()
      .execute(async (transaction) => {
        await together(transaction, count('f'))
        throw new RangeError('sample fault')
      })
    await assert.rejects(whole, /sample fault/)
    assert.ok(!(await days()).includes('f'))
  })
})
