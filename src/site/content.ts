import { type ContactRoute, loadContactRoutes } from '../advice/contact-route.ts'
import { type Guide, loadGuides } from '../advice/guide.ts'
import { isReviewed, type Language, languageOf } from '../advice/languages.ts'
import { type Directory, loadDirectory } from '../directory/directory.ts'
import { loadWords, type Words } from '../ui/words.ts'

/** Everything that people read, in one language. Loaded and checked once, at start. */
export interface Content {
  readonly language: Language
  /** Whether a speaker of the language has checked the words. */
  readonly reviewed: boolean
  readonly words: Words
  readonly guides: readonly Guide[]
  readonly contactRoutes: readonly ContactRoute[]
  readonly directory: Directory
}

export type ContentByLocale = ReadonlyMap<string, Content>

/** @throws ContentFault naming the file, the field and how to mend it */
export function loadContent(contentDir: string, locales: Iterable<string>): ContentByLocale {
  const directory = loadDirectory(contentDir)
  return new Map(
    Array.from(new Set(locales), (locale) => [
      locale,
      {
        language: languageOf(locale),
        reviewed: isReviewed(contentDir, locale),
        words: loadWords(contentDir, locale),
        guides: loadGuides(contentDir, locale),
        contactRoutes: loadContactRoutes(contentDir, locale),
        directory,
      },
    ]),
  )
}
