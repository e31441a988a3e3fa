import assert from 'node:assert/strict'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { harbour, openSmallSite, shown } from '../../test/small-site.ts'
import { adviceRoutes } from './advice/advice-routes.ts'
import { directoryRoutes } from './directory/directory-routes.ts'

const unchecked = 'No speaker of this language has checked this translation yet.'

test('every page of advice begins with 999; pages about the site do not', async () => {
  const { app, close } = await openSmallSite([adviceRoutes, directoryRoutes])
  const begins = async (url: string) => {
    const page = shown(await app.inject({ url, headers: { host: 'localhost' } }))
    const call = page.indexOf('href="tel:999"')
    return call > 0 && call < page.indexOf('<h1')
  }
  for (const url of ['/', '/help', '/guides', '/guides/signs', '/organizations'])
    assert.equal(await begins(url), true, url)
  for (const url of ['/privacy', '/accessibility']) assert.equal(await begins(url), false, url)
  await close()
})

test('who reads a translation that nobody has checked is told so, until somebody has', async () => {
  const contentDir = mkdtempSync(join(tmpdir(), 'signpost-content-'))
  cpSync('content', contentDir, { recursive: true })
  cpSync('content/en', join(contentDir, 'cy'), { recursive: true })
  const read = (url: string) => readWelshSite(contentDir, url)
  assert.ok((await read('/cy/help')).includes(unchecked))
  assert.ok(!(await read('/help')).includes(unchecked))
  writeFileSync(join(contentDir, 'cy/language.yaml'), 'reviewedBy:\n')
  assert.ok((await read('/cy/help')).includes(unchecked))
  writeFileSync(join(contentDir, 'cy/language.yaml'), 'reviewedBy: A Welsh speaker\n')
  assert.ok(!(await read('/cy/help')).includes(unchecked))
  rmSync(contentDir, { recursive: true })
})

test('links keep the language of the page, except those that change it', async () => {
  const contentDir = mkdtempSync(join(tmpdir(), 'signpost-content-'))
  cpSync('content', contentDir, { recursive: true })
  cpSync('content/en', join(contentDir, 'cy'), { recursive: true })
  const page = await readWelshSite(contentDir, '/cy/help')
  assert.match(page, /href="\/cy\/guides"/)
  assert.match(page, /href="\/en\/help"/)
  assert.doesNotMatch(page, /href="\/(?:guides|cy\/en)/)
  rmSync(contentDir, { recursive: true })
})

async function readWelshSite(contentDir: string, url: string): Promise<string> {
  const sites = [{ ...harbour, languages: ['en', 'cy'] }]
  const { app, close } = await openSmallSite([adviceRoutes], { sites, contentDir })
  const page = shown(await app.inject({ url, headers: { host: 'localhost' } }))
  await close()
  return page
}
