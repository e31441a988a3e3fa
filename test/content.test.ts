import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { loadContactRoutes } from '../src/advice/contact-route.ts'
import { guideHref, loadGuides } from '../src/advice/guide.ts'
import { isTelephone } from '../src/advice/telephone.ts'
import { loadDirectory } from '../src/directory/directory.ts'
import { pageWordFiles } from '../src/ui/words.ts'

const content = join(import.meta.dirname, '../content')
const locales = readdirSync(content).filter((name) => existsSync(join(content, name, 'words')))
const guides = locales.flatMap((locale) =>
  loadGuides(content, locale).filter((guide) => guide.locale === locale),
)
const routes = locales.flatMap((locale) =>
  loadContactRoutes(content, locale).filter((route) => route.locale === locale),
)
const directory = loadDirectory(content)

/** Pages of ours that are not guides. */
const otherPages = [
  '/',
  '/guides',
  '/help',
  '/organizations',
  '/report',
  '/feedback',
  '/cookies',
  '/preferences',
  '/b',
]

/** Words that wound, scare or blame the person who reads them. A translation may quote English. */
const forbidden = [
  /\bvictims?\b|\billegals?\b|\bslaves?\b|prostitut|\baliens?\b|!|\bplease note\b|click here/i,
  // The same in Welsh, where the first letters of a word change with the word before it.
  /ioddefw?yr|ioddefwr|anghyfreithlon|aethwas\b|aethweision|uteiniaid|utain\b|\bestron|sylwer|liciwch yma/i,
]

test('English is there', () => {
  assert.ok(locales.includes('en'))
})

test('every link inside the site leads somewhere', () => {
  const pages = new Set([...otherPages, ...guides.map(guideHref)])
  for (const { slug, links } of guides) {
    for (const link of links.filter((href) => href.startsWith('/'))) {
      assert.ok(pages.has(link.replace(/#.*$/, '')), `${slug}: ${link}`)
    }
  }
  for (const { id, link } of routes) {
    if (link?.href.startsWith('/')) assert.ok(pages.has(link.href), `${id}: ${link.href}`)
  }
})

test('every number in a guide is one of the numbers that the routes and the directory hold', () => {
  const known = new Set([
    ...routes.flatMap(({ numbers }) => numbers.map(({ href }) => href)),
    ...directory.services.flatMap(({ phones }) => phones.map((phone) => dialled(phone.number))),
  ])
  for (const { slug, links } of guides) {
    for (const link of links.filter((href) => /^(?:tel|sms):/.test(href))) {
      assert.ok(known.has(link), `${slug}: ${link}`)
    }
  }
})

test('the number that a person reads is the number that the link dials', () => {
  let seen = 0
  for (const { slug, body } of guides) {
    for (const [, dials, reads = ''] of body.matchAll(/href="tel:(\d+)"[^>]*>([\d ]+)</g)) {
      assert.ok(isTelephone(reads), `${slug}: ${reads}`)
      assert.equal(reads.replaceAll(' ', ''), dials, slug)
      seen += 1
    }
  }
  assert.ok(seen > 20)
})

test('no number stands in a sentence where it cannot be tapped', () => {
  for (const { slug, body } of guides) {
    const untapped = body.replace(/<a [^>]*>.*?<\/a>/g, '')
    assert.doesNotMatch(untapped, /\b0\d{2,}[\d ]{5,}\d|\b999\b|\b101\b/, slug)
  }
})

test('no sentence has a straight quote, a shout or a word that wounds', () => {
  for (const [where, sentence] of sentences()) {
    assert.doesNotMatch(sentence, /['"]/, where)
    for (const words of forbidden) assert.doesNotMatch(sentence, words, where)
  }
})

test('every guide ends with a step that a person can take now', () => {
  for (const { slug, locale, headings, body } of guides) {
    const last = body.slice(body.lastIndexOf('<h2'))
    assert.match(last, /<a [^>]*href="(?:\/|tel:)/, slug)
    const next = locale === 'en' ? 'What you can do next' : words(locale, 'errors')['errors.next']
    assert.equal(headings.at(-1)?.text, next, `${locale}: ${slug}`)
  }
})

test('heavy pages say so before they begin', () => {
  for (const { slug, body } of guides) {
    if (!['sexual-exploitation', 'young-people', 'organ-removal'].includes(slug)) continue
    assert.ok(body.startsWith('<blockquote class="govuk-inset-text">'), slug)
  }
})

test('no two guides of a language have the same title', () => {
  for (const locale of locales) {
    const titles = guides.filter((guide) => guide.locale === locale).map(({ title }) => title)
    assert.equal(new Set(titles).size, titles.length)
  }
})

test('a person has read every guide again within the last year', () => {
  const aYearAgo = new Date()
  aYearAgo.setFullYear(aYearAgo.getFullYear() - 1)
  for (const { slug, reviewedOn } of guides) {
    assert.ok(new Date(reviewedOn) > aYearAgo, `${slug} was last read on ${reviewedOn}`)
  }
})

test('sentences are short enough to read while afraid', () => {
  for (const { slug, locale, body } of guides) {
    const { longest, average } = lengths(plain(body))
    assert.ok(average <= 20, `${locale}: ${slug}: ${average} words a sentence`)
    assert.ok(longest <= 35, `${locale}: ${slug}: one sentence has ${longest} words`)
  }
})

function pageWords(locale: string): [string, string][] {
  return pageWordFiles.flatMap((file) => Object.entries(words(locale, file)))
}

function dialled(number: string): string {
  return `tel:${number.replaceAll(' ', '')}`
}

function* sentences(): Generator<[string, string]> {
  for (const { slug, title, windowTitle = '', summary, body } of guides) {
    yield [slug, [title, windowTitle, summary, plain(body)].join(' ')]
  }
  for (const { id, numbers: _, link, ...words } of routes) {
    for (const sentence of [link?.text ?? '', ...Object.values(words).flat()]) yield [id, sentence]
  }
  for (const { name, description } of directory.organizations) yield [name, description]
  for (const service of directory.services) {
    const { name, description, eligibility_description = '', application_process = '' } = service
    yield [name, [name, description, eligibility_description, application_process].join(' ')]
  }
  for (const locale of locales) {
    for (const [key, sentence] of pageWords(locale)) yield [`${locale}: ${key}`, sentence]
  }
}

function plain(body: string): string {
  return body
    .replace(/<\/(?:h\d|li|p)>/g, '. ')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
}

function lengths(text: string): { longest: number; average: number } {
  const counts = text
    .split(/[.?:]\s/)
    .map((sentence) => sentence.split(/\s+/).filter(Boolean).length)
    .filter((count) => count > 0)
  const total = counts.reduce((sum, count) => sum + count, 0)
  return { longest: Math.max(...counts), average: total / counts.length }
}

function words(locale: string, file: string): Record<string, string> {
  const path = join(content, locale, 'words', `${file}.json`)
  return JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>
}
