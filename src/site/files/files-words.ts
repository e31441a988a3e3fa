import type files from '../../../content/en/words/files.json'

export type FilesKey = keyof typeof files

/** Every sentence about files, in the language of the page. */
export type FilesWords = Readonly<Record<FilesKey, string>>

export type SayFiles = (key: FilesKey, values?: Readonly<Record<string, string | number>>) => string

/** Says a sentence that the page brought; `{name}` in it is replaced by `values.name`. */
export function sayWith(words: FilesWords): SayFiles {
  return (key, values = {}) =>
    words[key].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}
