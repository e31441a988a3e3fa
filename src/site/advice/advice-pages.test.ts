import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadContactRoutes } from '../../advice/contact-route.ts'
import { fillGuide, findGuide, type Guide, loadGuides } from '../../advice/guide.ts'
import { loadDirectory, supportingOrganizations } from '../../directory/directory.ts'
import { loadWords } from '../../ui/load-words.ts'
import { calendarDay } from './calendar-day.ts'
import { guidePage } from './guide-page.ts'
import { guidesPage } from './guides-page.ts'
import { helpPage } from './help-page.ts'
import { homePage } from './home-page.ts'

const words = loadWords('content', 'en')
const routes = loadContactRoutes('content', 'en')
const guides = loadGuides('content', 'en').map((guide) =>
  fillGuide(guide, { siteName: 'Safe Here', controller: 'A force', contact: 'a@b.example' }),
)
const organizations = supportingOrganizations(loadDirectory('content'))

test('the front door asks who is here, and danger comes first', () => {
  const page = String(homePage({ words, locale: 'en', routes, guides, organizations }))
  const roles = [
    'I am in danger now',
    'It is happening to me',
    'I am worried about someone',
    'I am a professional',
  ]
  const places = roles.map((role) => page.indexOf(role))
  assert.deepEqual(
    places,
    [...places].sort((one, other) => one - other),
  )
  assert.ok(places.every((place) => place > 0))
  assert.ok(page.indexOf('tel:999') < page.indexOf('It is happening to me'))
})

test('the front door leads to every guide, every calmer way to help and every organisation', () => {
  const page = String(homePage({ words, locale: 'en', routes, guides, organizations }))
  for (const { slug, kind } of guides) {
    if (kind !== 'page') assert.ok(page.includes(`href="/guides/${slug}"`), slug)
  }
  for (const href of ['tel:08000121700', 'tel:0800555111', 'tel:101', 'tel:18001101', '/report']) {
    assert.ok(page.includes(`href="${href}"`), href)
  }
  for (const { id } of organizations) assert.ok(page.includes(`/organizations#organization-${id}`))
})

test('whoever looks for help can tap every number, 999 first', () => {
  const page = String(helpPage({ words, locale: 'en', routes }))
  assert.ok(page.indexOf('href="tel:999"') > 0)
  assert.ok(page.lastIndexOf('href="tel:999"') < page.indexOf('href="tel:0'))
  for (const { id, numbers, urgency } of routes) {
    assert.ok(page.includes(`id="${id}"`), id)
    for (const { href } of numbers)
      assert.ok(
        page.includes(
          `class="call${urgency === 'emergency' ? ' call--danger' : ''}" href="${href}"`,
        ),
        href,
      )
  }
})

test('every guide has one title, and says when a person last checked it', () => {
  for (const guide of guides) {
    const page = String(guidePage({ words, locale: 'en', guide, guides }))
    assert.equal(page.match(/<h1/g)?.length, 1)
    assert.ok(page.includes('Last checked on 22 November 2026'))
    assert.doesNotMatch(page, /\{\w+\}/)
  }
})

test('the privacy notice says who runs this site', () => {
  const guide = findGuide(guides, 'privacy')
  assert.ok(guide)
  const page = String(guidePage({ words, locale: 'en', guide, guides }))
  assert.match(page, /A force runs Safe Here/)
  assert.match(page, /a@b\.example/)
})

test('a guide that is still in English says so to a screen reader', () => {
  const [guide] = guides
  assert.ok(guide)
  assert.match(
    String(guidePage({ words, locale: 'ar', guide, guides })),
    /<div lang="en" dir="ltr">/,
  )
  assert.doesNotMatch(String(guidePage({ words, locale: 'en', guide, guides })), /lang="en"/)
})

test('the list of guides leaves out the pages about the site', () => {
  const page = String(guidesPage({ words, locale: 'en', guides }))
  const listed = guides.filter(({ title }) => page.includes(`>${title}</a>`))
  const expected = guides.filter(({ kind }: Guide) => kind !== 'page')
  assert.deepEqual(listed, expected)
})

test('no page carries a style or a script of its own', () => {
  const pages = [
    homePage({ words, locale: 'en', routes, guides, organizations }),
    helpPage({ words, locale: 'en', routes }),
    ...guides.map((guide) => guidePage({ words, locale: 'en', guide, guides })),
  ]
  for (const page of pages) assert.doesNotMatch(String(page), / style=| on\w+=|<script|<img/)
})

test('days are written as people in Britain say them', () => {
  assert.equal(calendarDay('2026-11-02', 'en'), '2 November 2026')
  assert.equal(calendarDay('2026-11-02', 'cy'), '2 Tachwedd 2026')
})
