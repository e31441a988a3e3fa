import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { digestOfReport, findWork, hasWork } from './work.ts'

const digest = digestOfReport({ mailbox: 'a mailbox', body: 'a sealed body' })

describe('proof of work', () => {
  test('what a sender finds is accepted, for that report and that challenge only', async () => {
    const nonce = await findWork('challenge', 6, digest)
    assert.equal(hasWork('challenge', 6, digest, nonce), true)
    assert.equal(hasWork('another', 6, digest, nonce), false)
    const other = digestOfReport({ mailbox: 'another mailbox', body: 'a sealed body' })
    assert.equal(hasWork('challenge', 6, other, nonce), false)
    const changed = digestOfReport({ mailbox: 'a mailbox', body: 'another body' })
    assert.equal(hasWork('challenge', 6, changed, nonce), false)
  })

  test('a calm site asks nothing of anybody', async () => {
    assert.equal(await findWork('challenge', 0, digest), '')
    assert.equal(hasWork('challenge', 0, digest, 'whatever'), true)
  })

  test('what is no answer is not accepted, and costs nothing to look at', () => {
    const strange = [
      '',
      '0',
      '0.'.repeat(16),
      'zz'.repeat(50_000),
      '-1'.repeat(16),
      '١.'.repeat(16),
    ]
    for (const nonce of strange) assert.equal(hasWork('challenge', 1, digest, nonce), false)
    const fifteen = Array(15).fill('0').join('.')
    assert.equal(hasWork('challenge', 1, digest, `${fifteen}.zzzzzzz`), false)
  })

  test('whoever waits sees how far it is, and the page stays awake', async () => {
    const seen: number[] = []
    let longest = 0
    let last = performance.now()
    const ticks = setInterval(() => {
      longest = Math.max(longest, performance.now() - last)
      last = performance.now()
    }, 1)
    await findWork('challenge', 13, digest, (done) => seen.push(done))
    clearInterval(ticks)
    assert.equal(seen.at(-1), 1)
    assert.deepEqual(
      seen,
      seen.toSorted((one, other) => one - other),
    )
    assert.ok(seen.length > 1)
    assert.ok(longest < 250, `a stretch of ${longest} ms`)
  })
})
