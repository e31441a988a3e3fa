/** What a reporter typed, read once. Pure: the same in the browser. */
import {
  type Answer,
  type ChoiceField,
  type Field,
  isEmpty,
  type Question,
  type ReportKey,
  type TextField,
} from './question.ts'

/** What a form brings: the values of each field, by its name. */
export type TypedFields = ReadonlyMap<string, readonly string[]>

export interface AnswerError {
  readonly field: string
  readonly key: ReportKey
  readonly values?: Readonly<Record<string, string | number>>
}

export type ReadAnswer =
  | { readonly outcome: 'answer'; readonly answer: Answer }
  | {
      readonly outcome: 'errors'
      readonly errors: readonly AnswerError[]
      /** Everything as it was typed, to be shown where it was typed. */
      readonly typed: Answer
    }

/**
 * Reads the answer to one question. Text comes out with `\n` for every line end, composed (NFC),
 * trimmed and without U+0000; it is otherwise the reporter's own, so whoever shows it must isolate
 * its direction. Fields that are not of this question are ignored.
 */
export function readAnswer(question: Question, fields: TypedFields): ReadAnswer {
  const errors: AnswerError[] = []
  const typed: Record<string, Answer[string]> = {}
  for (const field of question.fields) {
    const value = typedInto(field, fields.get(field.name) ?? [])
    if (value.length > 0) typed[field.name] = value
    const error = errorOf(field, value)
    if (error !== undefined) errors.push({ field: field.name, ...error })
  }
  if (isEmpty(typed)) errors.push(...requiredOf(question))
  return errors.length === 0
    ? { outcome: 'answer', answer: typed }
    : { outcome: 'errors', errors, typed }
}

type Problem = Omit<AnswerError, 'field'>

function typedInto(field: Field, values: readonly string[]): Answer[string] {
  if (field.kind === 'checkboxes') return [...new Set(values)]
  // Two values for one field come from no page of ours; whichever was meant, none is dropped.
  return clean(values.join(field.kind === 'radios' ? ' ' : '\n'), field.kind)
}

function clean(text: string, kind: Field['kind']): string {
  const lines = text
    .replace(/\p{Cs}/gu, '\ufffd')
    .replaceAll('\0', '')
    .replace(/\r\n?/g, '\n')
  return composed(kind === 'textarea' ? lines : lines.replaceAll('\n', ' ')).trim()
}

// Sorting one long run of accents takes minutes, in which nobody is answered. No language puts more
// than a few on a letter, and Unicode promises 30 (UAX 15, stream-safe); such text is left as it is.
function composed(text: string): string {
  return /\p{M}{31}/u.test(text) ? text : text.normalize('NFC')
}

/** Whoever says that they would rather not say has answered. */
function requiredOf({ fields }: Question): readonly AnswerError[] {
  return fields.flatMap(({ name, required }) =>
    required === undefined ? [] : [{ field: name, key: required }],
  )
}

function errorOf(field: Field, value: Answer[string]): Problem | undefined {
  if (value.length === 0) return undefined
  return 'options' in field ? unknownOption(field, value) : tooLong(field, value)
}

function unknownOption({ options }: ChoiceField, value: Answer[string]): Problem | undefined {
  const chosen = typeof value === 'string' ? [value] : value
  const known = chosen.every((one) => options.some((option) => option.value === one))
  return known ? undefined : { key: 'report.error.option' }
}

function tooLong({ limit }: TextField, value: Answer[string]): Problem | undefined {
  const over = value.length - limit
  return over > 0 ? { key: 'report.error.too-long', values: { limit, over } } : undefined
}
