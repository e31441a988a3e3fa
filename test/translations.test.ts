/** What a translation has to keep of the English, so that nobody is told less in another language. */
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { loadContactRoutes } from '../src/advice/contact-route.ts'
import { type Guide, loadGuides } from '../src/advice/guide.ts'
import { pageWordFiles } from '../src/ui/words.ts'

const content = join(import.meta.dirname, '../content')
const locales = readdirSync(content).filter((name) => existsSync(join(content, name, 'words')))
const guides = locales.flatMap((locale) =>
  loadGuides(content, locale).filter((guide) => guide.locale === locale),
)
const routes = locales.flatMap((locale) =>
  loadContactRoutes(content, locale).filter((route) => route.locale === locale),
)

test('every language says every sentence of the pages, and no others', () => {
  for (const locale of locales) {
    for (const file of pageWordFiles) {
      assert.deepEqual(keys(locale, file), keys('en', file), `${locale}/words/${file}.json`)
    }
  }
})

test('a translation keeps every number and every blank of the sentence', () => {
  const english = new Map(pageWords('en'))
  for (const locale of locales) {
    for (const [key, sentence] of pageWords(locale)) {
      assert.deepEqual(kept(sentence), kept(english.get(key) ?? ''), `${locale}: ${key}`)
    }
  }
})

test('a translated guide leads where the English one does, and stands in the same place', () => {
  const facts = ({ headings, links, order, kind, related, body }: Guide) => ({
    headings: headings.length,
    links: links.toSorted(),
    items: body.split('<li>').length,
    blanks: kept(body).filter((what) => what.startsWith('{')),
    place: { order, kind, related },
  })
  for (const guide of guides) {
    const english = guides.find(({ slug, locale }) => slug === guide.slug && locale === 'en')
    assert.ok(english, guide.slug)
    assert.deepEqual(facts(guide), facts(english), `${guide.locale}: ${guide.slug}`)
  }
})

test('a translated way to get help has every step, every note and every number', () => {
  for (const route of routes) {
    const english = routes.find(({ id, locale }) => id === route.id && locale === 'en')
    assert.ok(english, route.id)
    for (const part of ['name', 'when', 'privacy', 'steps', 'notes'] as const) {
      const where = `${route.locale}: ${route.id}.${part}`
      assert.deepEqual([route[part]].flat().map(kept), [english[part]].flat().map(kept), where)
    }
  }
})

/** The numbers and the blanks of a sentence, each once. */
function kept(sentence: string): string[] {
  return [...new Set(sentence.match(/\d+|\{\w+\}/g))].sort()
}

function pageWords(locale: string): [string, string][] {
  return pageWordFiles.flatMap((file) => Object.entries(words(locale, file)))
}

function keys(locale: string, file: string): string[] {
  return Object.keys(words(locale, file)).sort()
}

function words(locale: string, file: string): Record<string, string> {
  const path = join(content, locale, 'words', `${file}.json`)
  return JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>
}
