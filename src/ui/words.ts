/**
 * The words of the pages: `content/<locale>/words/*.json`, flat keys, typed by the English ones.
 * Pure: the same in the browser.
 */
import type advice from '../../content/en/words/advice.json'
import type choices from '../../content/en/words/choices.json'
import type common from '../../content/en/words/common.json'
import type desk from '../../content/en/words/desk.json'
import type errors from '../../content/en/words/errors.json'
import type feedback from '../../content/en/words/feedback.json'
import type files from '../../content/en/words/files.json'
import type mailbox from '../../content/en/words/mailbox.json'
import type notice from '../../content/en/words/notice.json'
import type report from '../../content/en/words/report.json'
import type saving from '../../content/en/words/saving.json'
import type telling from '../../content/en/words/telling.json'

export type WordKey =
  | keyof typeof advice
  | keyof typeof choices
  | keyof typeof common
  | keyof typeof desk
  | keyof typeof errors
  | keyof typeof feedback
  | keyof typeof files
  | keyof typeof mailbox
  | keyof typeof notice
  | keyof typeof report
  | keyof typeof saving
  | keyof typeof telling

/** Says a sentence in one language; `{name}` in it is replaced by `values.name`. */
export type Words = (key: WordKey, values?: Readonly<Record<string, string | number>>) => string

/** What visitors read, in every language. The desk speaks English only. */
export const pageWordFiles = [
  'advice',
  'choices',
  'common',
  'errors',
  'feedback',
  'files',
  'mailbox',
  'notice',
  'report',
  'saving',
  'telling',
] as const

/** A sentence with its blanks filled in. */
export function fillSentence(
  sentence: string,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}
