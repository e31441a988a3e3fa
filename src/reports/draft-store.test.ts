import assert from 'node:assert/strict'
import { test } from 'node:test'
import { contract } from '../../test/contract.ts'
import { newBoxKey } from '../sealing/box.ts'
import { closeDraft, draftName, openDraft } from './draft.ts'
import { draftStore } from './draft-store.ts'

const now = new Date('2026-11-22T11:04:05.678Z')

contract('Drafts', (database) => {
  const drafts = () => draftStore(database())

  async function start() {
    const key = newBoxKey()
    const name = draftName(key)
    const box = closeDraft({ what: { what: 'first' } }, key)
    await drafts().create({ name, site: 'harbour', box }, now)
    return { key, name, box }
  }

  test('a draft is found by whoever holds its key, and opens with it', async () => {
    const { key, name, box } = await start()
    const found = await drafts().find('harbour', name, now)
    assert.deepEqual(found, { name, site: 'harbour', box, version: 1, sentReference: undefined })
    assert.deepEqual(openDraft(box, key), { what: { what: 'first' } })
    assert.equal(openDraft(box, newBoxKey()), undefined)
  })

  test('a draft of another site, or under another key, is not there', async () => {
    const { name } = await start()
    assert.equal(await drafts().find('lantern', name, now), undefined)
    assert.equal(await drafts().find('harbour', draftName(newBoxKey()), now), undefined)
  })

  test('of two answers given at once, one is told to look again', async () => {
    const { name, key } = await start()
    const outcomes = await Promise.all(
      ['one', 'other'].map((what) =>
        drafts().replace({ name, version: 1, box: closeDraft({ what: { what } }, key) }, now),
      ),
    )
    assert.deepEqual(outcomes.sort(), [false, true])
    assert.equal((await drafts().find('harbour', name, now))?.version, 2)
  })

  test('two hours after the last answer a draft is gone, and the row is destroyed', async () => {
    const { name, key } = await start()
    const later = minutesLater(60)
    assert.ok(await drafts().replace({ name, version: 1, box: closeDraft({}, key) }, later))
    assert.ok(await drafts().find('harbour', name, minutesLater(179)))
    assert.equal(await drafts().find('harbour', name, minutesLater(196)), undefined)
    assert.ok((await drafts().expire(minutesLater(196))) >= 1)
    assert.equal(await drafts().find('harbour', name, now), undefined)
  })

  test('a draft is sent once; then its answers are gone and no answer changes it', async () => {
    const { name, key } = await start()
    assert.equal(
      await drafts().markSent({ name, version: 1, box: 'receipt' }, 'maple-river-472', now),
      true,
    )
    const { box, sentReference } = (await drafts().find('harbour', name, now)) ?? {}
    assert.deepEqual({ box, sentReference }, { box: 'receipt', sentReference: 'maple-river-472' })
    assert.equal(
      await drafts().markSent({ name, version: 2, box: '' }, 'other-name-000', now),
      false,
    )
    assert.equal(await drafts().replace({ name, version: 2, box: closeDraft({}, key) }, now), false)
  })

  test('a quarter of an hour after sending nothing is left that knows of it', async () => {
    const { name } = await start()
    await drafts().markSent({ name, version: 1, box: '' }, 'maple-river-473', now)
    assert.ok(await drafts().find('harbour', name, minutesLater(14)))
    assert.equal(await drafts().find('harbour', name, minutesLater(31)), undefined)
  })

  test('who says that they are done leaves nothing', async () => {
    const { name } = await start()
    await drafts().remove('harbour', name)
    assert.equal(await drafts().find('harbour', name, now), undefined)
  })

  test('a draft tells the hour and a quarter of an hour, never the moment', async () => {
    const { name } = await start()
    const row = await database()
      .selectFrom('drafts')
      .selectAll()
      .where('name', '=', name)
      .executeTakeFirstOrThrow()
    assert.equal(row.updated_hour, '2026-11-22T11:00:00Z')
    assert.equal(row.expires_at, '2026-11-22T13:15:00.000Z')
  })
})

function minutesLater(minutes: number): Date {
  return new Date(now.getTime() + minutes * 60_000)
}
