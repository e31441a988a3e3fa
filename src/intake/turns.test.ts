import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { setImmediate as breath } from 'node:timers/promises'
import { Turns } from './turns.ts'

describe('turns', () => {
  test('what is in the usual lane passes ten thousand that are held', async () => {
    const turns = new Turns()
    const done: string[] = []
    const work = (name: string) => async () => {
      await breath()
      done.push(name)
    }
    const flood = Array.from({ length: 10_000 }, () => turns.take('held', work('held')))
    await turns.take('usual', work('usual'))
    assert.ok(done.indexOf('usual') <= 2)
    await Promise.all(flood)
    assert.equal(done.length, 10_001)
  })

  test('of those that are held, nobody is passed by who came later', async () => {
    const turns = new Turns()
    const done: number[] = []
    const work = (place: number) => async () => {
      await breath()
      done.push(place)
    }
    await Promise.all([0, 1, 2, 3, 4].map((place) => turns.take('held', work(place))))
    assert.deepEqual(done, [0, 1, 2, 3, 4])
  })

  test('a turn that fails ends, and the next begins', async () => {
    const turns = new Turns()
    const fail = () => Promise.reject(new Error('no'))
    const failed = Array.from({ length: 5 }, () => turns.take('held', fail))
    const outcomes = await Promise.allSettled(failed)
    assert.ok(outcomes.every(({ status }) => status === 'rejected'))
    assert.equal(await turns.take('held', async () => 'done'), 'done')
  })
})
