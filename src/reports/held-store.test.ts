import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { contract } from '../../test/contract.ts'
import { sampleReport } from '../../test/sample-report.ts'
import type { Database } from '../database/database.ts'
import { reportStore } from './report-store.ts'
import type { NewReport } from './stored-report.ts'

const now = new Date('2026-11-22T11:04:05.678Z')
const at = new Date('2026-11-22T12:00:00.000Z')
const officer = 'ana'

contract('Reports that are held', (database) => {
  const reports = () => reportStore(database())

  test('are not in the queue, and are counted', async () => {
    const { desk, first } = await flooded(database(), { alike: 7, unlike: 3 })
    const queue = await reports().queue(desk, { lane: 'usual', statuses: ['new'], limit: 50 })
    assert.deepEqual(
      queue.map(({ id }) => id),
      [first.id],
    )
    assert.deepEqual(await reports().countHeld(desk), { all: 10, unlike: 3 })
    assert.deepEqual([...(await reports().countAlike(desk, [first.id]))], [[first.id, 7]])
    const { reference } = first
    assert.deepEqual(await reports().heldKinds(desk, 10), [
      { first: first.id, reference, count: 7 },
    ])
    assert.deepEqual(await reports().countHeld('elsewhere'), { all: 0, unlike: 0 })
  })

  test('can be listed by kind, or those that are like no other', async () => {
    const { desk, first } = await flooded(database(), { alike: 4, unlike: 2 })
    const part = { lane: 'held', statuses: ['new'], limit: 50 } as const
    assert.equal((await reports().queue(desk, part)).length, 6)
    assert.equal((await reports().queue(desk, { ...part, sameAs: first.id })).length, 4)
    assert.equal((await reports().queue(desk, { ...part, sameAs: 'none' })).length, 2)
  })

  test('move to the queue all at once, and who did it is written down for each', async () => {
    const { desk, first } = await flooded(database(), { alike: 2, unlike: 405 })
    const change = { desk, act: 'queued', officer, at } as const
    assert.equal(await reports().changeHeld(change), 405)
    assert.deepEqual(await reports().countHeld(desk), { all: 2, unlike: 0 })
    const queue = await reports().queue(desk, { lane: 'usual', statuses: ['new'], limit: 1_000 })
    assert.equal(queue.length, 406)
    const moved = queue.filter(({ id }) => id !== first.id)
    for (const { id, version } of [moved[0], moved.at(-1)].filter((one) => one !== undefined)) {
      assert.equal(version, 2)
      const last = (await reports().activities(desk, id)).at(-1)
      assert.deepEqual([last?.act, last?.officer, last?.at], ['queued', officer, at.toISOString()])
    }
    assert.equal(await reports().changeHeld(change), 0)
  })

  test('close all at once: the kind that was named, and only what came before the hour', async () => {
    const { desk, first } = await flooded(database(), { alike: 3, unlike: 2 })
    const early = { ...held(desk), receivedHour: '2026-11-22T10:00:00Z' }
    await reports().insert(early, now)
    const close = { desk, act: 'closed', officer, at } as const
    assert.equal(await reports().changeHeld({ ...close, sameAs: first.id }), 3)
    assert.equal(await reports().changeHeld({ ...close, before: '2026-11-22T11:00:00Z' }), 1)
    assert.equal((await reports().find(desk, early.id))?.status, 'closed')
    assert.equal((await reports().find(desk, early.id))?.closedAt, at.toISOString())
    assert.deepEqual(await reports().countHeld(desk), { all: 2, unlike: 2 })
  })

  test('move to the queue one by one, with whoever takes or reopens them too', async () => {
    const { desk } = await flooded(database(), { alike: 0, unlike: 3 })
    const all = await reports().queue(desk, { lane: 'held', statuses: ['new'], limit: 3 })
    const [one, two, three] = all.map(({ id }) => ({ desk, id, version: 1, officer, at }))
    assert.ok(one && two && three)
    assert.equal((await reports().letIn(one)).outcome, 'changed')
    assert.equal((await reports().letIn(one)).outcome, 'changed-meanwhile')
    assert.equal((await reports().assign(two, officer)).outcome, 'changed')
    assert.equal((await reports().close(three)).outcome, 'changed')
    assert.equal((await reports().find(desk, three.id))?.lane, 'held')
    assert.equal((await reports().reopen({ ...three, version: 2 })).outcome, 'changed')
    for (const { id } of all) assert.equal((await reports().find(desk, id))?.lane, 'usual')
    assert.deepEqual(await reports().countHeld(desk), { all: 0, unlike: 0 })
  })
})

function held(desk: string): NewReport {
  return sampleReport({ desk, lane: 'held' })
}

/** A desk of its own, with a report in the queue and what is held beside it. */
async function flooded(database: Database, { alike, unlike }: { alike: number; unlike: number }) {
  const desk = randomUUID()
  const first = sampleReport({ desk })
  const others = [
    ...Array.from({ length: alike }, () => ({ ...held(desk), sameAs: first.id })),
    ...Array.from({ length: unlike }, () => held(desk)),
  ]
  for (const report of [first, ...others]) await reportStore(database).insert(report, now)
  return { desk, first }
}
