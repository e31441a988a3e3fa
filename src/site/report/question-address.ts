import { type Journey, nextQuestion } from '../../reports/journey.ts'
import type { Answers, Question } from '../../reports/question.ts'

export const checkAddress = '/a/check'

/** Says nothing to who looks over a shoulder. */
export function addressOf({ page }: Question): string {
  return `/a/${page}`
}

/** Where these answers lead: the first question without an answer, or the check. */
export function nextAddress(journey: Journey, answers: Answers): string {
  const question = nextQuestion(journey, answers)
  return question === undefined ? checkAddress : addressOf(question)
}
