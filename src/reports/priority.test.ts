import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { loadWords } from '../ui/load-words.ts'
import { humanTrafficking } from './human-trafficking.ts'
import { priorityOf } from './priority.ts'
import type { Answers } from './question.ts'

const calm: Answers = {
  role: { role: 'other' },
  signs: { signs: ['pay'] },
  'danger-now': { 'danger-now': 'no', children: 'no' },
  when: { happening: 'longer' },
}
const danger = { 'danger-now': 'no', children: 'no' }

const cases: readonly [string, Answers, number][] = [
  ['someone is in danger now', { role: { role: 'danger' } }, 1],
  ['danger is named later', { 'danger-now': { 'danger-now': 'yes' } }, 1],
  [
    'there is a child in danger',
    { role: { role: 'danger' }, 'danger-now': { children: 'yes' } },
    1,
  ],
  ['a child is involved', { 'danger-now': { children: 'yes' } }, 2],
  [
    'someone is locked in, and it is happening now',
    { ...calm, signs: { signs: ['locked'] }, when: { happening: 'now' } },
    1,
  ],
  [
    'someone hurts the person who writes',
    { ...calm, role: { role: 'self' }, signs: { signs: ['pay', 'hurt'] } },
    1,
  ],
  ['someone was locked in, longer ago', { ...calm, signs: { signs: ['locked'] } }, 2],
  ['someone is threatened', { ...calm, signs: { signs: ['debt', 'threat'] } }, 2],
  ['it is happening to the person who writes', { ...calm, role: { role: 'self' } }, 3],
  ['it is happening now', { ...calm, when: { happening: 'now' } }, 3],
  [
    'nobody knows whether there is danger',
    { ...calm, 'danger-now': { ...danger, 'danger-now': 'unknown' } },
    3,
  ],
  [
    'nobody knows whether there is a child',
    { ...calm, 'danger-now': { ...danger, children: 'unknown' } },
    3,
  ],
  ['nothing was said about danger or children', { role: { role: 'other' } }, 3],
  ['nobody knows when it was', { ...calm, when: {} }, 3],
  ['somebody does not know of any signs', { ...calm, signs: { signs: ['unknown'] } }, 3],
  [
    'somebody would rather not say',
    { ...calm, 'danger-now': { ...danger, children: 'not-said' } },
    3,
  ],
  ['nobody is in danger, no child is involved and it was long ago', calm, 4],
  ['somebody looked for signs and saw none', { ...calm, signs: { signs: ['none'] } }, 4],
]

for (const [situation, answers, priority] of cases)
  test(`when ${situation}, the report is read in band ${priority}`, () => {
    assert.equal(priorityOf(humanTrafficking.priorities, answers), priority)
  })

test('silence never makes a report routine: whatever is left out of a calm one, it is not last', () => {
  for (const [id, answer] of Object.entries(calm).filter(([id]) => id !== 'role'))
    for (const name of Object.keys(answer)) {
      const rest = Object.entries(answer).filter(([other]) => other !== name)
      const silent = { ...calm, [id]: Object.fromEntries(rest) }
      assert.equal(priorityOf(humanTrafficking.priorities, silent), 3, name)
    }
})

test('a table whose last rule does not always fit is refused', () => {
  assert.throws(() => priorityOf([], {}), RangeError)
})

test('the guide says the same order as the table, in the same words', () => {
  const words = loadWords('content', 'en')
  const list = humanTrafficking.priorities.map(
    ({ because }, index) => `${index + 1}. ${words(because)}`,
  )
  const guide = readFileSync('content/en/guides/after-you-report.md', 'utf8')
  assert.ok(guide.includes(list.join('\n')))
})
