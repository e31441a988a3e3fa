/** The words of the pages: `content/<locale>/words/*.json`, flat keys, typed by the English ones. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type advice from '../../content/en/words/advice.json'
import type choices from '../../content/en/words/choices.json'
import type common from '../../content/en/words/common.json'
import type desk from '../../content/en/words/desk.json'
import type errors from '../../content/en/words/errors.json'
import type feedback from '../../content/en/words/feedback.json'
import type mailbox from '../../content/en/words/mailbox.json'
import type report from '../../content/en/words/report.json'

export type WordKey =
  | keyof typeof advice
  | keyof typeof choices
  | keyof typeof common
  | keyof typeof desk
  | keyof typeof errors
  | keyof typeof feedback
  | keyof typeof mailbox
  | keyof typeof report

/** Says a sentence in one language; `{name}` in it is replaced by `values.name`. */
export type Words = (key: WordKey, values?: Readonly<Record<string, string | number>>) => string

/** What visitors read, in every language. The desk speaks English only. */
export const pageWordFiles = [
  'advice',
  'choices',
  'common',
  'errors',
  'feedback',
  'mailbox',
  'report',
] as const

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
  return (key, values) => fill(sentences.get(key) ?? missing(key), values)
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

function fill(sentence: string, values: Readonly<Record<string, string | number>> = {}): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}
