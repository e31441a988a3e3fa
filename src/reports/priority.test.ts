import assert from 'node:assert/strict'
import { test } from 'node:test'
import { humanTrafficking } from './human-trafficking.ts'
import { priorityOf } from './priority.ts'
import type { Answers } from './question.ts'

const cases: readonly [string, Answers, number][] = [
  ['someone is in danger now', { role: { role: 'danger' } }, 1],
  ['danger is named later', { 'danger-now': { 'danger-now': 'yes' } }, 1],
  ['there is a child in danger', { role: { role: 'danger' }, children: { children: 'yes' } }, 1],
  ['a child is involved', { children: { children: 'yes' } }, 2],
  ['it is happening to the person who writes', { role: { role: 'self' } }, 3],
  ['it is happening now', { when: { happening: 'now' } }, 3],
  ['nobody knows whether there is danger', { 'danger-now': { 'danger-now': 'unknown' } }, 3],
  ['nobody knows whether there is a child', { children: { children: 'unknown' } }, 3],
  ['it was long ago', { role: { role: 'other' }, when: { happening: 'longer' } }, 4],
  ['nothing was said', {}, 4],
]

for (const [situation, answers, priority] of cases)
  test(`when ${situation}, the report is read in band ${priority}`, () => {
    assert.equal(priorityOf(humanTrafficking.priorities, answers), priority)
  })

test('a table whose last rule does not always fit is refused', () => {
  assert.throws(() => priorityOf([], {}), RangeError)
})
