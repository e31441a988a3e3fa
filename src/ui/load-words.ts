import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fillSentence, pageWordFiles, type Words } from './words.ts'

/**
 * Reads every sentence of one language. What a language lacks is said in English; the content
 * tests name each gap.
 *
 * @throws when a file is missing or is not JSON, naming the file
 */
export function loadWords(contentDir: string, locale: string): Words {
  const sentences = new Map([
    ...readSentences(contentDir, 'en', [...pageWordFiles, 'desk']),
    ...(locale === 'en' ? [] : readSentences(contentDir, locale, pageWordFiles)),
  ])
  return (key, values) => fillSentence(sentences.get(key) ?? missing(key), values)
}

function readSentences(
  contentDir: string,
  locale: string,
  files: readonly string[],
): [string, string][] {
  return files.flatMap((name) => {
    const path = join(contentDir, locale, 'words', `${name}.json`)
    return Object.entries(JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>)
  })
}

function missing(key: string): never {
  throw new Error(`content/en/words has no sentence "${key}"`)
}
