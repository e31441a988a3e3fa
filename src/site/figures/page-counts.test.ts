import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { PageCount } from '../../figures/page-count.ts'
import { PageCounts } from './page-counts.ts'

describe('Counts that wait to be stored', () => {
  test('are added up by site, day and page', async () => {
    const stored: PageCount[] = []
    const counts = new PageCounts(async (waiting) => void stored.push(...waiting))
    counts.add('harbour', '2026-11-22', '/help')
    counts.add('harbour', '2026-11-22', '/help')
    counts.add('harbour', '2026-11-23', '/help')
    await counts.flush()
    await counts.flush()
    assert.deepEqual(
      stored.map(({ day, views }) => [day, views]),
      [
        ['2026-11-22', 2],
        ['2026-11-23', 1],
      ],
    )
  })

  test('wait for the next time when they could not be stored', async () => {
    const stored: PageCount[] = []
    let away = true
    const counts = new PageCounts(async (waiting) => {
      if (away) throw new Error('the database is away')
      stored.push(...waiting)
    })
    counts.add('harbour', '2026-11-22', '/help')
    await assert.rejects(counts.flush())
    counts.add('harbour', '2026-11-22', '/help')
    away = false
    await counts.flush()
    assert.deepEqual(stored, [{ site: 'harbour', day: '2026-11-22', page: '/help', views: 2 }])
  })
})
