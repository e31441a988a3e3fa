/** What a journey is made of: data only, the same on the server and in the browser. */
import type report from '../../content/en/words/report.json'

export type ReportKey = keyof typeof report

/** Says a sentence of the journey in the reporter's language. `Words` of the pages fits. */
export type ReportWords = (
  key: ReportKey,
  values?: Readonly<Record<string, string | number>>,
) => string

/** One question, one page. Without fields it is a page to read before going on. */
export interface Question {
  /** Stands in sealed reports: never changed, never given to another question. */
  readonly id: string
  /** Where it lies, `/a/<page>`: says nothing to who looks over a shoulder, and never changes. */
  readonly page: number
  readonly title: Wording
  /** Paragraphs under the title. */
  readonly explain?: readonly ReportKey[]
  readonly fields: readonly Field[]
  /** When it is asked; without it, always. It may only look back, at fields of earlier questions. */
  readonly when?: Condition
}

export type Field = ChoiceField | TextField

interface AnyField {
  /** Unique in the journey. */
  readonly name: string
  /** Left out where the title of the question says it all. */
  readonly label?: Wording
  readonly hint?: Wording
  /** What to say, kindly, when the whole question is left empty. Without it, it may always be. */
  readonly required?: ReportKey
}

export interface ChoiceField extends AnyField {
  readonly kind: 'radios' | 'checkboxes'
  readonly options: readonly Option[]
  /** Small, below the others: it only says why they were left empty. */
  readonly quiet?: true
}

export interface TextField extends AnyField {
  readonly kind: 'text' | 'textarea'
  /** In UTF-16 units, as browsers count. */
  readonly limit: number
  readonly input?: 'tel' | 'email'
}

export interface Option {
  readonly value: string
  readonly label: Wording
  readonly hint?: ReportKey
}

/** One sentence, or another where the answers so far ask for it. */
export type Wording =
  | ReportKey
  | { readonly when: Condition; readonly say: ReportKey; readonly otherwise: ReportKey }

export type Condition =
  | { readonly field: string; readonly among: readonly string[] }
  | { readonly any: readonly Condition[] }
  | { readonly all: readonly Condition[] }
  | { readonly not: Condition }

/** The fields that were filled in, by name. Empty when the question was left empty on purpose. */
export type Answer = Readonly<Record<string, string | readonly string[]>>

/** Answers by the id of their question. A question that was never answered is not there. */
export type Answers = Readonly<Record<string, Answer>>

/** Whether its label says something of the answer: “or tick one of these” does not. */
export function hasLabel(field: Field): field is Field & { readonly label: Wording } {
  return field.label !== undefined && !('quiet' in field && field.quiet)
}

/** Whether nothing was filled in. */
export function isEmpty(answer: Answer = {}): boolean {
  return Object.keys(answer).length === 0
}

/** Whether the answers meet a condition. */
export function meets(condition: Condition, answers: Answers): boolean {
  if ('any' in condition) return condition.any.some((one) => meets(one, answers))
  if ('all' in condition) return condition.all.every((one) => meets(one, answers))
  if ('not' in condition) return !meets(condition.not, answers)
  const { field, among } = condition
  return Object.values(answers).some((answer) => chosen(answer[field]).some(isAmong(among)))
}

/** The sentence that these answers ask for. */
export function wordingOf(wording: Wording, answers: Answers): ReportKey {
  if (typeof wording === 'string') return wording
  return meets(wording.when, answers) ? wording.say : wording.otherwise
}

function chosen(value: string | readonly string[] | undefined): readonly string[] {
  if (value === undefined) return []
  return typeof value === 'string' ? [value] : value
}

function isAmong(values: readonly string[]): (value: string) => boolean {
  return (value) => values.includes(value)
}
