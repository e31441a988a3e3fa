import type { AnswerError } from '../../reports/answers.ts'
import type { Journey } from '../../reports/journey.ts'
import type { Answer, Answers, Question } from '../../reports/question.ts'
import type { JourneyVisit } from './journey-visit.ts'

/** Why an answer could not be kept, though nothing is wrong with it. */
export type Problem = 'closed' | 'sent' | 'trouble' | 'unsaved'

export interface QuestionView {
  readonly visit: JourneyVisit
  readonly journey: Journey
  readonly question: Question
  readonly answers: Answers
  /** What is in the fields: what was kept before, or what was just typed. */
  readonly typed: Answer
  readonly errors?: readonly AnswerError[]
  readonly problem?: Problem
}
