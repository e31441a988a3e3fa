import assert from 'node:assert/strict'
import { afterEach, beforeEach, describe, test } from 'node:test'
import { openSmallSite, type SmallSite } from '../../../test/small-site.ts'
import { adviceRoutes } from '../advice/advice-routes.ts'
import { choicesRoutes } from '../choices/choices-routes.ts'
import { leaveRoutes } from '../leave/leave-routes.ts'
import { countVisits } from './count-visit.ts'

describe('Counting pages', () => {
  let site: SmallSite
  beforeEach(async () => {
    site = await openSmallSite([
      countVisits,
      adviceRoutes,
      choicesRoutes,
      leaveRoutes,
      (app) => {
        for (const path of ['/report', '/report/:page', '/a/:page'])
          app.get(path, async () => 'a page of a report')
      },
    ])
  })
  afterEach(() => site.close())

  const allowed = { cookie: 'choices=statistics' }
  const read = (url: string, headers: Record<string, string>) => site.app.inject({ url, headers })
  const counted = async () => {
    await site.app.close()
    return site.database.selectFrom('page_counts').selectAll().orderBy('page').execute()
  }

  test('adds up the pages of a day for those who allow it, without the query', async () => {
    await read('/guides/signs', allowed)
    await read('/guides/signs?from=somewhere', allowed)
    await read('/', allowed)
    assert.deepEqual(await counted(), [
      { site: 'harbour', day: '2026-11-22', page: '/', views: 1 },
      { site: 'harbour', day: '2026-11-22', page: '/guides/signs', views: 2 },
    ])
  })

  test('counts a page under one address, however many others somebody makes up for it', async () => {
    for (const url of ['/guides/signs', '/guides/%73igns', '/guides/signs#a', '/guides/signs#b'])
      assert.equal((await read(url, allowed)).statusCode, 200, url)
    const pages = (await counted()).map(({ page }) => page)
    assert.deepEqual(pages, ['/guides/signs'])
  })

  test('counts nobody who has not said yes, or whose browser says no', async () => {
    await read('/help', {})
    await read('/help', { cookie: 'choices=preferences' })
    await read('/help', { ...allowed, 'sec-gpc': '1' })
    assert.deepEqual(await counted(), [])
  })

  test('never counts reports, the mailbox, leaving, choices or what is not there', async () => {
    const pages = ['/report', '/report/when', '/a/1', '/leave', '/cookies', '/preferences']
    for (const page of [...pages, '/nowhere', '/guides/nowhere']) await read(page, allowed)
    assert.deepEqual(await counted(), [])
  })
})
