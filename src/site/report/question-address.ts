import { type Journey, nextQuestion } from '../../reports/journey.ts'
import type { Answers, Question } from '../../reports/question.ts'

export const checkAddress = '/a/check'

/** The receipt of a saved draft. */
export const saveAddress = '/a/save'

/** Where the receipt of a saved draft is typed. */
export const resumeAddress = '/a/resume'

/** Says nothing to who looks over a shoulder. */
export function addressOf({ page }: Question): string {
  return `/a/${page}`
}

/** Where these answers lead: the first question without an answer, or the check. */
export function nextAddress(journey: Journey, answers: Answers): string {
  const question = nextQuestion(journey, answers)
  return question === undefined ? checkAddress : addressOf(question)
}
