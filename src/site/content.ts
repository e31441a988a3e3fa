import { type ContactRoute, contactRoutesFor, loadContactRoutes } from '../advice/contact-route.ts'
import { type Guide, loadGuides } from '../advice/guide.ts'
import { isReviewed, type Language, languageOf } from '../advice/languages.ts'
import { type Directory, loadDirectory } from '../directory/directory.ts'
import { type Html, html } from '../ui/html.ts'
import { loadWords } from '../ui/load-words.ts'
import type { Words } from '../ui/words.ts'
import { routeCard } from './advice/route-card.ts'

/** Everything that people read, in one language. Loaded and checked once, at start. */
export interface Content {
  readonly language: Language
  /** Whether a speaker of the language has checked the words. */
  readonly reviewed: boolean
  readonly words: Words
  readonly guides: readonly Guide[]
  readonly contactRoutes: readonly ContactRoute[]
  /** Every way to reach 999, with all there is to know of it. */
  readonly emergency: Html
  readonly directory: Directory
}

export type ContentByLocale = ReadonlyMap<string, Content>

/** @throws ContentFault naming the file, the field and how to mend it */
export function loadContent(contentDir: string, locales: Iterable<string>): ContentByLocale {
  const directory = loadDirectory(contentDir)
  return new Map(
    Array.from(new Set(locales), (locale) => [locale, loadLanguage(contentDir, locale, directory)]),
  )
}

function loadLanguage(contentDir: string, locale: string, directory: Directory): Content {
  const words = loadWords(contentDir, locale)
  const contactRoutes = loadContactRoutes(contentDir, locale)
  const ways = contactRoutesFor(contactRoutes, 'emergency')
  return {
    language: languageOf(locale),
    reviewed: isReviewed(contentDir, locale),
    words,
    guides: loadGuides(contentDir, locale),
    contactRoutes,
    emergency: html`${ways.map((way) => routeCard(way, { words, locale }))}`,
    directory,
  }
}
