/** Answers that come back from a seal which anybody may have made. Pure: the same in the browser. */
import { readAnswer } from './answers.ts'
import type { Journey } from './journey.ts'
import type { Answers } from './question.ts'

/** What of it a reporter could have typed here, question by question; the rest is left out. */
export function knownAnswers(journey: Journey, said: unknown): Answers {
  const known: Record<string, Answers[string]> = {}
  for (const question of journey.questions) {
    const answer = isRecord(said) ? said[question.id] : undefined
    if (!isRecord(answer)) continue
    const typed = question.fields.map(({ name }) => [name, texts(answer[name])] as const)
    const read = readAnswer(question, new Map(typed))
    if (read.outcome === 'answer') known[question.id] = read.answer
  }
  return known
}

function texts(value: unknown): readonly string[] {
  const values = Array.isArray(value) ? value : [value]
  return values.filter((one) => typeof one === 'string')
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
