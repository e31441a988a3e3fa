/** What was found after leaving, as the tables of `docs/leaving.md`. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What must hold everywhere. */
const promised = {
  away: 'Leaving ends on the other page; with script, nothing of ours shows on the way there',
  steps: 'Back nine times, Forward nine times and reloading show nothing of ours',
  reopened: 'The closed tab, opened again, shows nothing of ours',
  killed: 'After a crash, the restored window shows nothing of ours, nor does its Back button',
  restored: 'After the browser was closed, the restored window shows nothing of ours',
  text: 'No line of our pages is on the disk',
  typed: 'Nothing that was typed, or that opens a mailbox, is on the disk',
  style: 'Nothing of our styles is on the disk',
  stored: 'Our storage is empty, and our cookies are gone',
  told: 'Nobody else was told what was read',
  neutral: 'The names of these pages say nothing',
} as const

/** What is as it is: no website can change it, or only the visitor can. */
const measured = {
  entries: 'Addresses of ours in the list behind the Back button',
  names: 'Names of our pages in that list',
  listed: 'Addresses of ours in the list of visited pages',
  listedNames: 'Names of our pages in that list of visited pages',
  diskNames: 'Names of our pages on the disk',
  host: 'The name of our host on the disk',
} as const

export type Promised = keyof typeof promised
export type Measured = keyof typeof measured

const file = join(import.meta.dirname, '..', '..', 'docs', 'leaving.md')

export class Findings {
  readonly #browser: string
  readonly #cells = new Map<string, string>()
  readonly #kinds = new Map<string, string[]>()

  constructor(browser: string) {
    this.#browser = browser
  }

  /** How many walks found what had to be found. */
  get walks(): number {
    return [...this.#kinds.values()].flat().length
  }

  /** What one walk found; what it did not look for has a dash. */
  add(part: string, kind: string, cells: Partial<Record<Promised | Measured, boolean>>): void {
    const kinds = this.#kinds.get(part) ?? []
    this.#kinds.set(part, [...kinds, kind])
    for (const [row, is] of Object.entries(cells))
      this.#cells.set(`${part} ${kind} ${row}`, this.#word(row, is))
  }

  #word(row: string, stays: boolean): string {
    if (row in promised) return 'holds'
    return stays ? 'stays' : 'none'
  }

  /** The tables, in an order that does not depend on which walk ended first. */
  tables(order: readonly string[]): string {
    const parts = [...this.#kinds.keys()].sort()
    return parts.map((part) => this.#table(part, order)).join('\n\n')
  }

  #table(part: string, order: readonly string[]): string {
    const kinds = order.filter((kind) => this.#kinds.get(part)?.includes(kind))
    const cells = (row: string) =>
      kinds.map((kind) => this.#cells.get(`${part} ${kind} ${row}`) ?? '–').join(' | ')
    const rows = (texts: Readonly<Record<string, string>>) =>
      Object.entries(texts).map(([row, text]) => `| ${text} | ${cells(row)} |`)
    const line = kinds.map(() => '---|').join('')
    return [
      `### ${this.#browser}, ${part}`,
      ['', `| Left from | ${kinds.join(' | ')} |`, `|---|${line}`].join('\n'),
      ...rows(promised),
      ...rows(measured),
    ].join('\n')
  }

  /** What the document says about this browser. With `UPDATE_DOCS=1` it says what was found. */
  documented(order: readonly string[]): { readonly said: string; readonly found: string } {
    const found = `\n${this.tables(order)}\n`
    const [begin, end] = [`<!-- ${this.#browser} begins -->\n`, `\n<!-- ${this.#browser} ends -->`]
    const text = readFileSync(file, 'utf8')
    const [before = '', rest = ''] = text.split(begin)
    const [said = '', after = ''] = rest.split(end)
    if (process.env['UPDATE_DOCS'] !== '1') return { said, found }
    writeFileSync(file, `${before}${begin}${found}${end}${after}`)
    return { said: found, found }
  }
}
