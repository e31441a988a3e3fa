/** The sentences and the data that a page brings for its script. */
import type desk from '../../content/en/words/desk.json'

export type DeskKey = keyof typeof desk

/** Says a sentence that the page brought. */
export function say(key: DeskKey, values: Readonly<Record<string, string | number>> = {}): string {
  const sentence = blockOf('words')[key]
  if (typeof sentence !== 'string') throw new Error(`the page brings no sentence "${key}"`)
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}

/** What the page's own server wrote into it, so its shape can be relied on. */
export function pageData<Data>(): Data {
  return blockOf('data') as Data
}

function blockOf(id: 'words' | 'data'): Record<string, unknown> {
  return JSON.parse(document.getElementById(`desk-${id}`)?.textContent ?? '{}')
}
