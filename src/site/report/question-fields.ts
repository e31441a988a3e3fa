import type { AnswerError } from '../../reports/answers.ts'
import {
  type Answer,
  type Answers,
  type ChoiceField,
  type Field,
  type TextField,
  wordingOf,
} from '../../reports/question.ts'
import { checkboxes } from '../../ui/components/checkboxes.ts'
import { input } from '../../ui/components/input.ts'
import { radios } from '../../ui/components/radios.ts'
import { textarea } from '../../ui/components/textarea.ts'
import type { Html } from '../../ui/html.ts'
import type { Words } from '../../ui/words.ts'

export interface FieldsView {
  readonly words: Words
  /** What is in the fields. */
  readonly typed: Answer
  readonly errors: readonly AnswerError[]
  /** All answers so far: some sentences depend on them. */
  readonly answers: Answers
  /** The title of the question; the label of a field that has none of its own. */
  readonly title: string
  /** Whether the title stands above already, so that such a label is only for those who cannot see. */
  readonly titleShown: boolean
  /** The id of the paragraphs that explain the question. */
  readonly describedBy: string | undefined
}

/** The fields of a question, as the browser fills nothing in and corrects nothing. */
export function questionFields(fields: readonly Field[], view: FieldsView): readonly Html[] {
  return fields.map((field) => ('options' in field ? choice(field, view) : text(field, view)))
}

function choice(field: ChoiceField, view: FieldsView): Html {
  const { words, typed, answers } = view
  const value = typed[field.name] ?? []
  const options = {
    ...around(field, view),
    name: field.name,
    classes: lookOf(field),
    fieldset: { legend: named(field, view, 'fieldset__legend'), describedBy: view.describedBy },
    items: field.options.map(({ value: option, label, hint }) => ({
      value: option,
      text: words(wordingOf(label, answers)),
      ...(hint && { hint: { text: words(hint) } }),
    })),
  }
  return field.kind === 'radios'
    ? radios({ ...options, value: String(value) })
    : checkboxes({ ...options, values: typeof value === 'string' ? [value] : value })
}

function text(field: TextField, view: FieldsView): Html {
  const options = {
    ...around(field, view),
    name: field.name,
    label: named(field, view, 'label'),
    value: String(view.typed[field.name] ?? ''),
    autocomplete: 'off',
    spellcheck: false,
    describedBy: view.describedBy,
    // People write in the language they know best.
    attributes: { dir: 'auto' },
  }
  if (field.kind === 'textarea') return textarea({ ...options, rows: rowsFor(field) })
  return input({ ...options, inputmode: field.input, autocapitalize: capitals(field) })
}

function around(field: Field, { words, answers, errors }: FieldsView) {
  const error = errors.find((one) => one.field === field.name)
  return {
    ...(field.hint && { hint: { text: words(wordingOf(field.hint, answers)) } }),
    ...(error && { errorMessage: { text: words(error.key, error.values) } }),
  }
}

function named(field: Field, view: FieldsView, element: 'label' | 'fieldset__legend') {
  const { words, answers, title, titleShown } = view
  if (field.label === undefined && titleShown)
    return { text: title, classes: 'govuk-visually-hidden' }
  const label = field.label && words(wordingOf(field.label, answers))
  const isQuiet = 'quiet' in field && field.quiet
  return { text: label ?? title, classes: `govuk-${element}--${isQuiet ? 's' : 'm'}` }
}

function lookOf({ quiet, kind, options }: ChoiceField): string | undefined {
  if (quiet) return 'choices--quiet'
  if (options.length <= 4) return 'choices--few'
  return kind === 'checkboxes' ? 'choices--many' : undefined
}

function rowsFor({ limit }: TextField): number {
  if (limit > 4_000) return 8
  return limit > 2_000 ? 4 : 2
}

function capitals({ input: kind }: TextField): string | undefined {
  return kind === 'email' ? 'none' : undefined
}
