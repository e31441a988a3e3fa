/** What an officer must see before anything else. Reads by field, so older reports show theirs too. */
import type desk from '../../../content/en/words/desk.json'
import type { Report } from '../../reports/report.ts'

type DeskKey = keyof typeof desk

export interface Flag {
  readonly key: DeskKey
  /** Good to know before one answers; the others are about danger. */
  readonly quiet: boolean
}

const flags: readonly (readonly [field: string, value: string, key: DeskKey, quiet?: 'quiet'])[] = [
  ['role', 'danger', 'desk.open.flag-danger'],
  ['danger-now', 'yes', 'desk.open.flag-danger'],
  ['children', 'yes', 'desk.open.flag-child'],
  ['signs', 'locked', 'desk.open.flag-locked'],
  ['signs', 'hurt', 'desk.open.flag-hurt'],
  ['signs', 'threat', 'desk.open.flag-threat'],
  ['role', 'self', 'desk.open.flag-self', 'quiet'],
  ['role', 'professional', 'desk.open.flag-professional', 'quiet'],
  ['interpreter', 'yes', 'desk.open.flag-interpreter', 'quiet'],
  ['officer', 'woman', 'desk.open.flag-woman', 'quiet'],
  ['officer', 'man', 'desk.open.flag-man', 'quiet'],
  ['contact-ways', 'none', 'desk.open.flag-unsafe', 'quiet'],
  ['files', 'yes', 'desk.open.flag-files', 'quiet'],
]

export function flagsOf(report: Report): readonly Flag[] {
  const raised = flags.filter(([field, value]) => isChosen(report, field, value))
  const keys = new Map(raised.map(([, , key, quiet]) => [key, quiet === 'quiet']))
  return [...keys].map(([key, quiet]) => ({ key, quiet }))
}

function isChosen({ role, answers }: Report, field: string, value: string): boolean {
  if (field === 'role') return role === value
  return answers.some(({ fields }) =>
    fields.some(({ name, chosen }) => name === field && chosen?.includes(value)),
  )
}
