import assert from 'node:assert/strict'
import { test } from 'node:test'
import { longestWait, startGuesses } from './guesses.ts'

const start = Date.parse('2026-11-22T11:00:00.000Z')
const at = (milliseconds: number) => new Date(start + milliseconds)

test('who guesses the same name again waits twice as long, up to a few seconds', () => {
  const guesses = startGuesses()
  const waits = [0, 10, 20, 30, 40, 50, 60].map((second) =>
    guesses.waitFor('a', at(second * 1_000)),
  )
  assert.deepEqual(waits, [250, 500, 1_000, 2_000, longestWait, longestWait, longestWait])
})

test('one wrong guess costs another person nothing, and is forgotten', () => {
  const guesses = startGuesses()
  for (let times = 0; times < 6; times += 1) guesses.waitFor('a', at(0))
  assert.equal(guesses.waitFor('b', at(1_000)), 250)
  assert.equal(guesses.waitFor('a', at(11 * 60_000)), 250)
})

test('the more is guessed by whomever, the longer each guess waits, and no longer than that', () => {
  const guesses = startGuesses()
  const waits = Array.from({ length: 500 }, (_, index) => guesses.waitFor(`name ${index}`, at(0)))
  assert.equal(waits[0], 250)
  assert.ok((waits[50] ?? 0) > 1_500)
  assert.equal(waits.at(-1), longestWait)
  assert.equal(guesses.waitFor('later', at(10_000)), 250)
})

test('a flood of guesses does not fill the memory', () => {
  const guesses = startGuesses()
  for (let index = 0; index < 25_000; index += 1) guesses.waitFor(`name ${index}`, at(index))
  assert.equal(guesses.size(), 10_000)
})
