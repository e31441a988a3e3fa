import assert from 'node:assert/strict'
import { test } from 'node:test'
import { statusAfter } from './status.ts'

test('a report can be taken, given on, given back, closed and opened again, and nothing else', () => {
  const table = (['new', 'assigned', 'closed'] as const).map((status) => {
    const assignee = status === 'assigned' ? 'officer' : undefined
    return (['assigned', 'unassigned', 'closed', 'reopened'] as const).map((move) =>
      statusAfter({ status, assignee }, move),
    )
  })
  assert.deepEqual(table, [
    ['assigned', undefined, 'closed', undefined],
    ['assigned', 'new', 'closed', undefined],
    [undefined, undefined, undefined, 'new'],
  ])
})

test('a report that had an officer when it was closed goes back to them', () => {
  const report = { status: 'closed', assignee: 'officer' } as const
  assert.equal(statusAfter(report, 'reopened'), 'assigned')
})
