import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { openSmallSite, posted, type SmallSite, shown } from '../../../test/small-site.ts'
import { newIdentity, recipientOf } from '../../sealing/identity.ts'
import { open } from '../../sealing/seal.ts'
import { feedbackRoutes } from './feedback-routes.ts'

const comment = 'The words were <kind>.\nI found "help" quickly.'

describe('What people think of the site', () => {
  let site: SmallSite
  const identity = newIdentity()
  before(async () => {
    site = await openSmallSite([feedbackRoutes])
  })
  after(() => site.close())

  const send = (fields: Record<string, string>) => site.app.inject(posted('/feedback', fields))
  const stored = () => site.database.selectFrom('feedback').selectAll().execute()

  test('is not taken before somebody can read it, and what was typed is given back', async () => {
    assert.match(shown(await site.app.inject('/feedback')), /We cannot take answers yet/)
    const answer = await send({ comment })
    assert.equal(answer.statusCode, 503)
    assert.match(shown(answer), /The words were &lt;kind&gt;\./)
    assert.deepEqual(await stored(), [])
  })

  test('is asked for in a form that says where a report belongs', async () => {
    await site.database
      .insertInto('desk_keys')
      .values({
        desk: 'main',
        epoch: 1,
        recipient: await recipientOf(await identity),
        created_at: '2026-11-22T10:00:00.000Z',
        created_by: 'nobody',
      })
      .execute()
    const page = shown(await site.app.inject('/feedback?from=/guides/signs'))
    assert.match(page, /Please do not report here/)
    assert.match(page, /href="\/report"/)
    assert.match(page, /tel:999"/)
    assert.match(page, /name="page" value="\/guides\/signs"/)
    assert.match(page, /<textarea[^>]*spellcheck="false"[^>]*autocomplete="off"/)
  })

  test('does not note a page of a report, nor an address elsewhere', async () => {
    for (const from of [
      '/report/when',
      '/cy/report',
      '/a/1',
      '//evil.example',
      'https://e.example',
    ])
      assert.doesNotMatch(
        shown(await site.app.inject(`/feedback?from=${encodeURIComponent(from)}`)),
        /name="page"/,
      )
  })

  test('arrives sealed, and only the desk can open it', async () => {
    const answer = await send({ comment, ease: 'easy', page: '/guides/signs' })
    assert.equal(answer.statusCode, 303)
    assert.equal(answer.headers.location, '/feedback/thanks')
    const [row, ...more] = await stored()
    assert.deepEqual(more, [])
    assert.doesNotMatch(JSON.stringify(row), /kind/)
    const opened = await open(row?.sealed ?? '', await identity)
    assert.equal(opened.outcome, 'opened')
    assert.match(opened.outcome === 'opened' ? opened.text : '', /The words were <kind>/)
    assert.match(shown(await site.app.inject('/feedback/thanks')), /We have your answer/)
  })

  test('is asked for again when the box is empty, and the other answers are kept', async () => {
    const answer = await send({ comment: ' \n ', ease: 'hard', page: '/help' })
    assert.equal(answer.statusCode, 422)
    assert.match(shown(answer), /href="#comment">Write what you think/)
    assert.match(shown(answer), /value="hard" checked/)
    assert.match(shown(answer), /name="page" value="\/help"/)
  })

  test('stays in its box when it is too long', async () => {
    const answer = await send({ comment: `${'a'.repeat(5_000)}end` })
    assert.equal(answer.statusCode, 422)
    assert.match(shown(answer), /It has 5,003 now/)
    assert.match(shown(answer), /aend<\/textarea>/)
  })

  test('is refused with fields or answers that the page does not have', async () => {
    assert.equal((await send({ comment, extra: '1' })).statusCode, 400)
    assert.equal((await send({ comment, ease: 'perfect' })).statusCode, 400)
  })

  test('waits in its box when too much comes in, and is taken a minute later', async () => {
    site.clock.now = new Date(site.clock.now.getTime() + 120_000)
    const statuses = new Set<number>()
    for (let sent = 0; sent < 30; sent += 1) statuses.add((await send({ comment })).statusCode)
    assert.deepEqual([...statuses], [303])
    const busy = await send({ comment: 'The thirty-first' })
    assert.equal(busy.statusCode, 429)
    assert.equal(busy.headers['retry-after'], '60')
    assert.match(shown(busy), /It is still in the box below/)
    assert.match(shown(busy), />The thirty-first<\/textarea>/)
    site.clock.now = new Date(site.clock.now.getTime() + 61_000)
    assert.equal((await send({ comment })).statusCode, 303)
  })
})
