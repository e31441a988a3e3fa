/** Where a reporter stands, computed from the answers and nothing else. Pure: no HTTP, no Node. */
import type { PriorityRule } from './priority.ts'
import {
  type Answers,
  type Condition,
  isEmpty,
  meets,
  type Question,
  wordingOf,
} from './question.ts'

/** The questions of one topic, in order. Another topic is another value of this type. */
export interface Journey {
  readonly topic: string
  readonly questions: readonly Question[]
  /** The first that fits decides how soon a report is read; the last fits always. */
  readonly priorities: readonly PriorityRule[]
}

/** The questions that these answers lead to, in order. */
export function questionsOf(journey: Journey, answers: Answers): readonly Question[] {
  return walk(journey, answers).questions
}

/**
 * The answers that count. What was said to a question that is no longer asked is left out: who
 * changes to "without my name" sends no name.
 */
export function answersThatApply(journey: Journey, answers: Answers): Answers {
  return walk(journey, answers).kept
}

/** The first question without an answer; `undefined` when it is time to check the answers. */
export function nextQuestion(journey: Journey, answers: Answers): Question | undefined {
  return questionsOf(journey, answers).find((question) => answers[question.id] === undefined)
}

/** Whether it is this question's turn, or was: it applies, and all before it have been answered. */
export function isReached(journey: Journey, answers: Answers, question: Question): boolean {
  const next = nextQuestion(journey, answers)
  const questions = questionsOf(journey, answers)
  const place = indexOf(questions, question)
  return place >= 0 && (next === undefined || place <= indexOf(questions, next))
}

/** The question before this one, or the last of all; `undefined` before the first. */
export function previousQuestion(
  journey: Journey,
  answers: Answers,
  question?: Question,
): Question | undefined {
  const questions = questionsOf(journey, answers)
  return question === undefined ? questions.at(-1) : questions[indexOf(questions, question) - 1]
}

/** The questions that a report cannot do without, and that are still empty. */
export function missing(journey: Journey, answers: Answers): readonly Question[] {
  return questionsOf(journey, answers).filter(
    ({ id, fields }) =>
      fields.some(({ required }) => required !== undefined) && isEmpty(answers[id]),
  )
}

export interface Place {
  readonly number: number
  readonly count: number
  /** Whether answers still to come may ask for more questions, or for fewer. */
  readonly about: boolean
}

/** The how-manieth question this is, of how many. */
export function placeOf(journey: Journey, answers: Answers, question: Question): Place {
  const questions = questionsOf(journey, answers)
  const place = indexOf(questions, question)
  const open = new Set(
    questions.slice(Math.max(place, 0)).flatMap(({ fields }) => fields.map(({ name }) => name)),
  )
  const about = journey.questions.some(
    ({ when }) => when !== undefined && fieldsOf(when).some((name) => open.has(name)),
  )
  // Where the answers are lost, a question may stand that they alone led to.
  return { number: place + 1 || questions.length, count: questions.length, about }
}

/**
 * All that the page of a question takes from the answers, where nothing is typed into it: the same
 * text, the same page.
 */
export function looksOf(journey: Journey, answers: Answers, question: Question): string {
  const { id, title, fields } = question
  const wordings = fields.flatMap((field) => [
    field.label,
    field.hint,
    ...('options' in field ? field.options.map(({ label }) => label) : []),
  ])
  const said = [title, ...wordings].map((one) => one && wordingOf(one, answers))
  const { number, count, about } = placeOf(journey, answers, question)
  const previous = previousQuestion(journey, answers, question)
  return [id, number, count, about, previous?.id, ...said].join(' ')
}

/** The names of the fields that a condition looks at. */
export function fieldsOf(condition: Condition): readonly string[] {
  if ('field' in condition) return [condition.field]
  if ('not' in condition) return fieldsOf(condition.not)
  return ('any' in condition ? condition.any : condition.all).flatMap(fieldsOf)
}

export function findQuestion(journey: Journey, page: number): Question | undefined {
  return journey.questions.find((question) => question.page === page)
}

function walk(journey: Journey, answers: Answers): { questions: Question[]; kept: Answers } {
  const questions: Question[] = []
  const kept: Record<string, Answers[string]> = {}
  for (const question of journey.questions) {
    // A condition looks only at answers that count themselves.
    if (question.when !== undefined && !meets(question.when, kept)) continue
    questions.push(question)
    const answer = answers[question.id]
    if (answer !== undefined) kept[question.id] = answer
  }
  return { questions, kept }
}

function indexOf(questions: readonly Question[], question: Question): number {
  return questions.findIndex(({ id }) => id === question.id)
}
