import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { openSmallSite, type SmallSite, shown } from '../../../test/small-site.ts'
import { loadGuides } from '../../advice/guide.ts'
import { adviceRoutes } from './advice-routes.ts'

describe('Reading guides', () => {
  let site: SmallSite
  before(async () => {
    site = await openSmallSite([adviceRoutes])
  })
  after(() => site.close())

  for (const { slug, kind, title, windowTitle } of loadGuides('content', 'en'))
    test(`the window of ${slug} is called what the history may know`, async () => {
      const page = await site.app.inject(kind === 'page' ? `/${slug}` : `/guides/${slug}`)
      const [, named = ''] = /<title>([^<]*)<\/title>/.exec(page.body) ?? []
      assert.ok(named.startsWith(windowTitle ?? title.replaceAll('{siteName}', 'Harbour')), named)
      if (windowTitle !== undefined) assert.ok(!named.includes(title), named)
      assert.match(shown(page), /<h1[^>]*>[^<]/)
    })

  test('whoever reads how to cover their tracks has nothing of tracks in the title', async () => {
    const page = await site.app.inject('/guides/cover-your-tracks')
    assert.match(page.body, /<title>What a browser remembers – Harbour<\/title>/)
    assert.match(shown(page), /<h1[^>]*>Cover your tracks<\/h1>/)
  })
})
