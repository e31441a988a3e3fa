import {
  type Answer,
  type Answers,
  type Field,
  hasLabel,
  type Question,
  wordingOf,
} from '../../reports/question.ts'
import { type Html, html } from '../../ui/html.ts'
import type { Words } from '../../ui/words.ts'

/** What was answered, as it can be read: chosen words, and what was written, line by line. */
export function answerInWords(
  question: Question,
  answer: Answer,
  answers: Answers,
  words: Words,
): Html | undefined {
  const filled = question.fields.filter((field) => answer[field.name] !== undefined)
  if (filled.length === 0) return html`<p class="govuk-body">${words('report.check.empty')}</p>`
  return html`${filled.map((field) => fieldInWords(field, answer[field.name] ?? '', answers, words))}`
}

function fieldInWords(field: Field, value: Answer[string], answers: Answers, words: Words): Html {
  const label =
    hasLabel(field) && html`<strong>${words(wordingOf(field.label, answers))}</strong><br>`
  // Each line on its own, so that no trick with direction reaches beyond what was typed.
  const lines = linesOf(field, value, answers, words).map(
    (line, index) => html`${index > 0 && html`<br>`}<bdi>${line}</bdi>`,
  )
  return html`<p class="govuk-body">${label}${lines}</p>`
}

function linesOf(
  field: Field,
  value: Answer[string],
  answers: Answers,
  words: Words,
): readonly string[] {
  const values = typeof value === 'string' ? [value] : value
  if (!('options' in field)) return values.flatMap((one) => one.split('\n'))
  return field.options
    .filter((one) => values.includes(one.value))
    .map((one) => words(wordingOf(one.label, answers)))
}
