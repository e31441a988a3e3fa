import type { Answers } from './question.ts'

/** How far what a reporter says may travel. It rides with the report, and every handoff obeys it. */
export type Consent = 'share' | 'confidential' | 'anonymous'

/** Whoever has not decided is protected most. */
export function consentOf(answers: Answers): Consent {
  const level = answers['consent']?.['consent']
  return level === 'share' || level === 'confidential' ? level : 'anonymous'
}
