import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lastDays, viewsByDay, viewsByPage } from './daily-views.ts'

const counts = [
  { site: 's', day: '2026-02-28', page: '/help', views: 2 },
  { site: 's', day: '2026-02-28', page: '/', views: 5 },
  { site: 's', day: '2026-03-01', page: '/help', views: 4 },
]

test('the figures reach back four weeks, over the end of a month', () => {
  const days = lastDays(new Date('2026-03-01T23:30:00Z'))
  assert.equal(days.length, 28)
  assert.deepEqual(days.slice(-2), ['2026-02-28', '2026-03-01'])
  assert.equal(days[0], '2026-02-02')
})

test('a day on which nobody came is a day with nothing, not a day left out', () => {
  const days = ['2026-02-27', '2026-02-28', '2026-03-01']
  assert.deepEqual(
    viewsByDay(counts, days).map(({ views }) => views),
    [0, 7, 4],
  )
})

test('the page that is read most comes first', () => {
  assert.deepEqual(viewsByPage(counts), [
    { page: '/help', views: 6 },
    { page: '/', views: 5 },
  ])
})
