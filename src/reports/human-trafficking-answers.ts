/** What many questions of this topic share: answers that say nothing, and who is asked what. */
import type { ChoiceField, Condition, Option, ReportKey, Wording } from './question.ts'

export function option(value: string, label: ReportKey, hint?: ReportKey): Option {
  return hint === undefined ? { value, label } : { value, label, hint }
}

export const unsure: readonly Option[] = [
  option('unknown', 'report.option.unknown'),
  option('not-said', 'report.option.not-said'),
]

export const yesOrNo: readonly Option[] = [
  option('yes', 'report.option.yes'),
  option('no', 'report.option.no'),
  ...unsure,
]

/** Under fields to write in: so that nobody has to leave them empty without a word. */
export function insteadOf(name: string, options: readonly Option[] = unsure): ChoiceField {
  return {
    kind: 'checkboxes',
    name: `${name}-unsure`,
    label: 'report.unsure.label',
    options,
    quiet: true,
  }
}

export const inDanger: Condition = { field: 'role', among: ['danger'] }
export const notInDanger: Condition = { not: inDanger }
export const aboutMe: Condition = { field: 'role', among: ['self'] }
export const atWork: Condition = { field: 'role', among: ['professional'] }
export const withName: Condition = { field: 'consent', among: ['share', 'confidential'] }

/** One sentence for whoever it is happening to, another for all others. */
export function forMe(say: ReportKey, otherwise: ReportKey): Wording {
  return { when: aboutMe, say, otherwise }
}
