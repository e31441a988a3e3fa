/** A site in English and Welsh, with the words that we ship. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setImmediate } from 'node:timers/promises'
import { loadWords } from '../src/ui/load-words.ts'
import { Browser, type OpenSite, openWholeSite } from './open-site.ts'
import { advicePages, otherPages } from './public-pages.ts'
import { shown } from './small-site.ts'

const words = loadWords('content', 'cy')

/** Each page, and a sentence of it in Welsh. */
const pages = [
  ['/cy/', words('advice.rolesTitle')],
  ['/cy/help', words('advice.helpLead')],
  ['/cy/guides/signs', 'Caethwasiaeth fodern: sylwi ar yr arwyddion'],
  ['/cy/report', words('report.start.lead')],
] as const

let site: OpenSite

before(async () => {
  site = await openWholeSite(['en', 'cy'])
  await site.openDesk()
})

after(() => site.close())

for (const [path, sentence] of pages)
  test(`who opens ${path} reads Welsh, and that no speaker has checked it`, async () => {
    const page = await new Browser(site.app).get(path)
    assert.equal(page.statusCode, 200)
    assert.match(page.body, /<html lang="cy" dir="ltr"/)
    assert.ok(shown(page).includes(sentence))
    assert.ok(shown(page).includes(words('common.translation')))
    assert.ok(shown(page).includes(words('common.leave.label')))
  })

test('every link of a Welsh page stays in Welsh, except the one to English', async () => {
  for (const path of [...advicePages, ...otherPages]) {
    const page = await readWelsh(path)
    const links = [...page.matchAll(/ (?:href|action)="(\/[^"]*)"/g)].map(([, link]) => link)
    const leaving = links.filter((link) => !link?.startsWith('/cy/'))
    assert.ok(links.length > 10, path)
    assert.deepEqual(leaving, [`/en${path}`], path)
  }
})

test('nothing but the organisations and the name of the other language is in English', async () => {
  for (const path of advicePages.filter((each) => each !== '/organizations')) {
    const page = await readWelsh(path)
    const english = [...page.matchAll(/lang="en"[^>]*>([^<]*)</g)].map(([, text]) => text)
    assert.deepEqual(english, ['English'], path)
  }
})

test('a report that is begun in Welsh goes on in Welsh', async () => {
  const browser = new Browser(site.app)
  assert.ok(shown(await browser.get('/cy/a/1')).includes(words('report.role.title')))
  const answer = await browser.post('/cy/a/1', { role: 'self' })
  assert.equal(answer.headers.location, '/cy/a/2')
  const next = shown(await browser.get('/cy/a/2'))
  assert.ok(next.includes(words('report.consent.title')))
  assert.ok(next.includes(words('report.consent.exceptions')))
})

test('who lets us remember Welsh gets it from the first page on, and nobody else does', async () => {
  const browser = new Browser(site.app)
  const reading = { language: 'cy', textSize: 'standard', theme: 'device' }
  assert.match((await browser.get('/')).body, /<html lang="en"/)
  await browser.post('/choices', { choice: 'accept', back: '/' })
  await browser.post('/preferences', reading)
  const home = await browser.get('/')
  assert.match(home.body, /<html lang="cy"/)
  assert.ok(shown(home).includes(words('advice.rolesTitle')))
  assert.match((await browser.get('/en/')).body, /<html lang="en"/)
  await browser.post('/choices', { choice: 'reject', back: '/' })
  assert.match((await browser.get('/')).body, /<html lang="en"/)
  assert.match((await new Browser(site.app).get('/')).body, /<html lang="en"/)
})

async function readWelsh(path: string): Promise<string> {
  // The door turns visitors away while pages that are made without a pause keep it from listening.
  await setImmediate()
  return shown(await new Browser(site.app).get(`/cy${path}`))
}
