import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { loadWords } from '../ui/words.ts'
import { humanTrafficking } from './human-trafficking.ts'
import { priorityOf } from './priority.ts'
import type { Answers } from './question.ts'

const calm: Answers = {
  role: { role: 'other' },
  when: { happening: 'longer' },
  children: { children: 'no' },
  'danger-now': { 'danger-now': 'no' },
}

const cases: readonly [string, Answers, number][] = [
  ['someone is in danger now', { role: { role: 'danger' } }, 1],
  ['danger is named later', { 'danger-now': { 'danger-now': 'yes' } }, 1],
  ['there is a child in danger', { role: { role: 'danger' }, children: { children: 'yes' } }, 1],
  ['a child is involved', { children: { children: 'yes' } }, 2],
  ['it is happening to the person who writes', { ...calm, role: { role: 'self' } }, 3],
  ['it is happening now', { ...calm, when: { happening: 'now' } }, 3],
  [
    'nobody knows whether there is danger',
    { ...calm, 'danger-now': { 'danger-now': 'unknown' } },
    3,
  ],
  ['nobody knows whether there is a child', { ...calm, children: { children: 'unknown' } }, 3],
  ['nothing was said about danger or children', { role: { role: 'other' } }, 3],
  ['somebody would rather not say', { ...calm, children: { children: 'not-said' } }, 3],
  ['nobody is in danger, no child is involved and it was long ago', calm, 4],
]

for (const [situation, answers, priority] of cases)
  test(`when ${situation}, the report is read in band ${priority}`, () => {
    assert.equal(priorityOf(humanTrafficking.priorities, answers), priority)
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
