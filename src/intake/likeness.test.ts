import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { areAlike, type Sketch, sketchOf } from './likeness.ts'

const key = 7
const shutters =
  'There are lights behind the green shutters all night, and three women who never come out alone.'
const carWash =
  'The boys at the car wash on Harbour Road sleep in the container. Nobody pays them, and a man keeps their papers.'

function sketch(text: string): Sketch {
  const made = sketchOf(text, key)
  if (made === undefined) throw new Error('too little to compare')
  return made
}

describe('likeness', () => {
  test('the same words with another number, case or spacing are nearly the same', () => {
    const again = `${shutters.toUpperCase().replaceAll(' ', '  ')} No. 4711`
    assert.equal(areAlike(sketch(shutters), sketch(again)), true)
    assert.equal(areAlike(sketch(again), sketch(shutters)), true)
  })

  test('what two people saw is not', () => {
    assert.equal(areAlike(sketch(shutters), sketch(carWash)), false)
    const sameStreet = `${carWash} I walk past each morning.`
    const other =
      'I walk past each morning. A girl of maybe twelve cleans the house opposite, in the night too.'
    assert.equal(areAlike(sketch(sameStreet), sketch(other)), false)
  })

  test('a few words are alike only when they are the same', () => {
    assert.equal(areAlike(sketch('Please help me'), sketch('please, help me')), true)
    assert.equal(areAlike(sketch('Please help me'), sketch('Please help us')), false)
  })

  test('it works in scripts without spaces between words', () => {
    const words = '他们没收了我的护照，不让我们离开工厂，也不付工资。'
    assert.equal(areAlike(sketch(words), sketch(`${words}一`)), true)
    assert.equal(
      areAlike(sketch(words), sketch('我的邻居家里有一个孩子，每天晚上都在打扫卫生。')),
      false,
    )
  })

  test('with another key the same words give another sketch', () => {
    const other = sketchOf(shutters, key + 1)
    assert.ok(other)
    assert.equal(areAlike(sketch(shutters), other), false)
  })

  test('nothing written is like nothing', () => {
    for (const text of ['', ' ', '…', '!?', 'abc']) assert.equal(sketchOf(text, key), undefined)
  })

  test('hostile texts cost milliseconds', () => {
    const hostile = ['a'.repeat(1e6), '\u0301'.repeat(1e6), '\ud800'.repeat(1e6), 'ﷺ'.repeat(1e6)]
    const began = performance.now()
    for (const text of hostile) sketchOf(text, key)
    assert.ok(performance.now() - began < 1_000)
  })
})
