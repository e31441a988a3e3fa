import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { contract } from '../../test/contract.ts'
import { newBoxKey } from '../sealing/box.ts'
import { closeDraft, draftName } from './draft.ts'
import { draftStore } from './draft-store.ts'
import type { Answers } from './question.ts'

const now = new Date('2026-11-22T11:04:05.678Z')
const most = [5, 4, 3, 2, 1]

contract('The room for drafts', (database) => {
  async function open() {
    const site = randomUUID()
    const drafts = draftStore(database())
    const key = newBoxKey()
    const begin = async (answers: Answers = {}, at = now) => {
      const name = draftName(newBoxKey())
      await drafts.create({ name, site, box: closeDraft(answers, key) }, at)
      return name
    }
    const answer = async (name: Awaited<ReturnType<typeof begin>>, times: number) => {
      for (let version = 1; version <= times; version += 1)
        await drafts.replace({ name, version, box: closeDraft({}, key) }, now)
      return name
    }
    const isThere = async (name: Awaited<ReturnType<typeof begin>>) =>
      (await drafts.find(site, name, now)) !== undefined
    return { site, drafts, begin, answer, isThere }
  }

  test('is enough for everybody on an ordinary day', async () => {
    const { site, drafts, begin } = await open()
    for (let count = 0; count < 5; count += 1) await begin()
    assert.equal(await drafts.makeRoom([site], most), 0)
    assert.equal(await drafts.makeRoom([site]), 0)
  })

  test('goes to those that were answered last: whoever left theirs alone longest gives way', async () => {
    const { site, drafts, begin, isThere } = await open()
    const names = []
    for (let count = 0; count < 12; count += 1) names.push(await begin())
    const earlier = await begin({}, new Date(now.getTime() - 30 * 60_000))
    assert.equal(await drafts.makeRoom([site], most), 8)
    const there = await Promise.all(names.map(isThere))
    assert.deepEqual(there, [...Array(7).fill(false), ...Array(5).fill(true)])
    assert.equal(await isThere(earlier), false)
  })

  test('is kept apart for who has given more answers, however many begin', async () => {
    const { site, drafts, begin, answer, isThere } = await open()
    const genuine = await answer(await begin(), 1)
    const further = await answer(await begin(), 5)
    for (let count = 0; count < 20; count += 1) await begin()
    await drafts.makeRoom([site], most)
    assert.equal(await isThere(genuine), true)
    assert.equal(await isThere(further), true)
  })

  test('is never made of what was sent: it holds the receipt', async () => {
    const { site, drafts, begin, isThere } = await open()
    const sent = await begin()
    await drafts.markSent({ name: sent, version: 1, box: 'receipt' }, 'maple-river-472', now)
    for (let count = 0; count < 20; count += 1) await begin()
    await drafts.makeRoom([site], most)
    assert.equal(await isThere(sent), true)
  })

  test('is small for very long drafts, so that they do not take everybody’s', async () => {
    const { site, drafts, begin, isThere } = await open()
    const short = await begin()
    const long = { what: { what: 'x'.repeat(12_000) } }
    const [first, second] = [await begin(long), await begin(long)]
    assert.equal(await drafts.makeRoom([site], most), 1)
    assert.deepEqual(await Promise.all([short, first, second].map(isThere)), [true, false, true])
  })

  test('at one site is not made at another', async () => {
    const [one, other] = [await open(), await open()]
    for (let count = 0; count < 6; count += 1) await one.begin()
    const name = await other.begin()
    await one.drafts.makeRoom([one.site, other.site], most)
    assert.equal(await other.isThere(name), true)
  })
})
