import { type Answers, type Condition, meets, type ReportKey } from './question.ts'

/** How soon a report is read: 1 first. */
export type Priority = 1 | 2 | 3 | 4

/** Published: anyone may read why one report is read before another. */
export interface PriorityRule {
  readonly priority: Priority
  readonly because: ReportKey
  /** Without it, the rule fits always. */
  readonly when?: Condition
}

/** The first rule that fits. Give it only answers that apply. */
export function priorityOf(rules: readonly PriorityRule[], answers: Answers): Priority {
  const rule = rules.find(({ when }) => when === undefined || meets(when, answers))
  if (rule === undefined) throw new RangeError('the last rule of a journey must fit always')
  return rule.priority
}
