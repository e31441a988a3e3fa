/** What a seal holds: written for a human officer who opens it with nothing but `age`. Pure. */
import { type Consent, consentOf } from './consent.ts'
import { answersThatApply, type Journey, questionsOf } from './journey.ts'
import {
  type Answer,
  type Answers,
  type Field,
  hasLabel,
  type Question,
  type ReportWords,
  wordingOf,
} from './question.ts'

/** `on arrival`: our server saw the words for a moment. `in the browser`: it never did. */
export type SealedWhere = 'on arrival' | 'in the browser'

/** Raised when the shape changes; officers' pages must go on reading every older one. */
const reportVersion = 1

export interface Report {
  readonly kind: 'signpost report'
  readonly version: number
  /** Also on the row outside: if they differ, somebody has swapped two reports. */
  readonly reference: string
  readonly site: string
  readonly topic: string
  readonly language: string
  /** The hour: `2026-11-22T11:00:00Z`. */
  readonly sent: string
  readonly sealed: SealedWhere
  readonly consent: Consent
  /** What the reporter chose; absent when they did not say. */
  readonly role?: string | undefined
  readonly answers: readonly ReportedAnswer[]
}

/** One question that was asked, in the words that the reporter read. No fields: left empty. */
export interface ReportedAnswer {
  readonly id: string
  readonly question: string
  readonly fields: readonly ReportedField[]
}

export interface ReportedField {
  readonly name: string
  /** The words beside the field; absent where the question says it all. */
  readonly label?: string | undefined
  /** What the reporter wrote, or the words that they chose. */
  readonly text: string
  /** The values chosen, which are the same in every language; absent for what was written. */
  readonly chosen?: readonly string[] | undefined
}

export interface ReportFacts {
  readonly reference: string
  readonly site: string
  readonly language: string
  readonly sent: string
  readonly sealed: SealedWhere
}

/** The report that these answers make. Answers that no longer apply are left out. */
export function writeReport(
  facts: ReportFacts,
  journey: Journey,
  answers: Answers,
  words: ReportWords,
): Report {
  const kept = answersThatApply(journey, answers)
  const role = kept['role']?.['role']
  return {
    kind: 'signpost report',
    version: reportVersion,
    reference: facts.reference,
    site: facts.site,
    topic: journey.topic,
    language: facts.language,
    sent: facts.sent,
    sealed: facts.sealed,
    consent: consentOf(kept),
    ...(typeof role === 'string' && { role }),
    answers: questionsOf(journey, kept)
      .filter((question) => question.fields.length > 0)
      .map((question) => reportAnswer(question, kept, words)),
  }
}

function reportAnswer(question: Question, answers: Answers, words: ReportWords): ReportedAnswer {
  const answer: Answer = answers[question.id] ?? {}
  return {
    id: question.id,
    question: words(wordingOf(question.title, answers)),
    fields: question.fields.flatMap((field) => {
      const value = answer[field.name]
      return value === undefined ? [] : [reportField(field, value, answers, words)]
    }),
  }
}

function reportField(
  field: Field,
  value: Answer[string],
  answers: Answers,
  words: ReportWords,
): ReportedField {
  return {
    name: field.name,
    ...(hasLabel(field) && { label: words(wordingOf(field.label, answers)) }),
    ...said(field, value, answers, words),
  }
}

function said(
  field: Field,
  value: Answer[string],
  answers: Answers,
  words: ReportWords,
): Pick<ReportedField, 'text' | 'chosen'> {
  const chosen = typeof value === 'string' ? [value] : value
  if (!('options' in field)) return { text: chosen.join('\n') }
  const options = field.options.filter((option) => chosen.includes(option.value))
  return {
    text: options.map((option) => words(wordingOf(option.label, answers))).join('\n'),
    chosen,
  }
}
