import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { contract } from '../../test/contract.ts'
import { pageCountStore } from './page-count-store.ts'

contract('Page counts', (database) => {
  const counts = () => pageCountStore(database())

  test('what is counted is added to what was counted before', async () => {
    const site = randomUUID()
    const help = { site, day: '2026-11-22', page: '/help', views: 2 }
    await counts().add([help, { ...help, page: '/', views: 1 }])
    await counts().add([{ ...help, views: 3 }])
    assert.deepEqual(await counts().read(site, '2026-11-22', '2026-11-22'), [
      { ...help, page: '/', views: 1 },
      { ...help, views: 5 },
    ])
  })

  test('days are read from one to another, and sites apart', async () => {
    const site = randomUUID()
    for (const day of ['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23'])
      await counts().add([{ site, day, page: '/', views: 1 }])
    const read = await counts().read(site, '2026-11-21', '2026-11-22')
    assert.deepEqual(
      read.map(({ day }) => day),
      ['2026-11-21', '2026-11-22'],
    )
    assert.deepEqual(await counts().read('elsewhere', '2026-01-01', '2026-12-31'), [])
  })

  test('two processes that add at once lose nothing', async () => {
    const site = randomUUID()
    const pages = ['/', '/help', '/guides'].map((page) => ({
      site,
      day: '2026-11-22',
      page,
      views: 1,
    }))
    await Promise.all([pages, pages.toReversed(), pages].map((waiting) => counts().add(waiting)))
    const read = await counts().read(site, '2026-11-22', '2026-11-22')
    assert.deepEqual(
      read.map(({ views }) => views),
      [3, 3, 3],
    )
  })

  test('nothing to count is nothing to do', async () => {
    await counts().add([])
  })
})
