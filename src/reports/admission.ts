/** Where a report goes when it comes in. Every report goes somewhere. Pure. */
import { answersThatApply, type Journey, questionsOf } from './journey.ts'
import type { Answers } from './question.ts'
import type { Lane, ReportId } from './stored-report.ts'

/** What is known of a report on its way in. */
export interface Arrival {
  readonly site: string
  /** Names this sending: whoever sends the same again is answered the same. */
  readonly sending: string
  /** What the reporter wrote in their own words; looked at in memory, and never kept. */
  readonly written: string
}

export interface Admission {
  /** The id to store it under: others may be told that they are nearly the same as this one. */
  readonly id: ReportId
  readonly lane: Lane
  readonly sameAs: ReportId | undefined
}

export type Admit = (arrival: Arrival) => Admission

/** Does the work that a report costs when it is its turn: what is held lets others pass. */
export type InTurn = <T>(lane: Lane, work: () => Promise<T>) => Promise<T>

/** Everything that was written and not chosen. */
export function writtenIn(journey: Journey, answers: Answers): string {
  const kept = answersThatApply(journey, answers)
  const texts = questionsOf(journey, kept).flatMap(({ id, fields }) =>
    fields.map((field) => ('options' in field ? undefined : kept[id]?.[field.name])),
  )
  return texts.filter((text) => typeof text === 'string').join('\n')
}
