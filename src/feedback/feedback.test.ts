import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { contract } from '../../test/contract.ts'
import { newIdentity, recipientOf } from '../sealing/identity.ts'
import { open, type Sealed } from '../sealing/seal.ts'
import { feedbackStore } from './feedback-store.ts'
import { readFeedback } from './read-feedback.ts'
import { type FeedbackSending, sendFeedback } from './send-feedback.ts'

const now = new Date('2026-11-22T11:04:05.678Z')
const identity = await newIdentity()
const deskKey = { epoch: 2, recipient: await recipientOf(identity) }
const comment = 'The words were too long for me'

contract('Feedback', (database) => {
  const store = () => feedbackStore(database())

  async function send(own: Partial<FeedbackSending> = {}): Promise<string> {
    const desk = own.desk ?? `desk-${randomUUID()}`
    const said = { language: 'en', page: '/help', ease: 'hard' as const, comment }
    await sendFeedback(store(), { site: 'harbour', deskKey, now, ...said, ...own, desk })
    return desk
  }

  test('officers of the desk read what somebody thought, and no one else can', async () => {
    const [stored] = await store().list(await send(), { limit: 10 })
    assert.ok(stored)
    assert.equal(stored.epoch, 2)
    assert.equal(stored.sealed.includes('too long'), false)
    const opened = await open(stored.sealed, identity)
    assert.ok(opened.outcome === 'opened')
    assert.deepEqual(readFeedback(opened.text), {
      kind: 'signpost feedback',
      version: 1,
      site: 'harbour',
      language: 'en',
      day: '2026-11-22',
      page: '/help',
      ease: 'hard',
      comment,
    })
    assert.equal((await open(stored.sealed, await newIdentity())).outcome, 'wrong-key')
  })

  test('a comment alone is enough, and of the time only the day is kept', async () => {
    const desk = await send({ page: undefined, ease: undefined })
    const row = await database()
      .selectFrom('feedback')
      .selectAll()
      .where('desk', '=', desk)
      .executeTakeFirstOrThrow()
    assert.equal(row.received_day, '2026-11-22')
    assert.equal(JSON.stringify(row).includes('11:0'), false)
    const opened = await open(row.sealed, identity)
    assert.ok(opened.outcome === 'opened')
    assert.equal(readFeedback(opened.text)?.ease, undefined)
  })

  test('it is listed page after page, newest day first, for its own desk only', async () => {
    const desk = `desk-${randomUUID()}`
    for (const day of ['2026-11-20', '2026-11-22', '2026-11-21', '2026-11-22', '2026-11-22'])
      await store().insert({
        id: randomUUID(),
        site: 'harbour',
        desk,
        epoch: 1,
        receivedDay: day,
        sealed: 'sealed' as Sealed,
      })
    const first = await store().list(desk, { limit: 2 })
    const second = await store().list(desk, { limit: 9, after: first.at(-1) })
    assert.deepEqual(
      [...first, ...second].map(({ receivedDay }) => receivedDay.slice(8)),
      ['22', '22', '22', '21', '20'],
    )
    assert.equal(new Set([...first, ...second].map(({ id }) => id)).size, 5)
    assert.deepEqual(await store().list('elsewhere', { limit: 9 }), [])
  })

  test('it is marked as read once, and not by another desk', async () => {
    const desk = await send()
    const [stored] = await store().list(desk, { limit: 1 })
    assert.ok(stored)
    assert.equal(await store().markRead('elsewhere', stored.id, now), false)
    assert.equal(await store().markRead(desk, stored.id, now), true)
    assert.equal(await store().markRead(desk, stored.id, new Date()), false)
    const [read] = await store().list(desk, { limit: 1 })
    assert.equal(read?.readAt, now.toISOString())
  })
})

test('what is no feedback is not shown as feedback', () => {
  for (const text of [
    '',
    '{',
    'null',
    '{"kind":"signpost report"}',
    '{"kind":"signpost feedback"}',
  ])
    assert.equal(readFeedback(text), undefined)
})
