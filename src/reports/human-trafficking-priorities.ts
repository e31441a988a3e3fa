import { inDanger } from './human-trafficking-answers.ts'
import { signsSaid } from './human-trafficking-signs.ts'
import type { PriorityRule } from './priority.ts'
import type { Condition } from './question.ts'

const isHappening: Condition = {
  any: [
    { field: 'role', among: ['self'] },
    { field: 'happening', among: ['now'] },
  ],
}

/**
 * How soon a report is read, and why. The guide about what happens after you report says the same.
 * Silence never makes a report routine: what was left unsaid about danger, children, signs or when
 * is not known.
 */
export const humanTraffickingPriorities: readonly PriorityRule[] = [
  {
    priority: 1,
    because: 'report.priority.danger',
    when: {
      any: [
        inDanger,
        { field: 'danger-now', among: ['yes'] },
        { all: [{ field: 'signs', among: ['locked', 'hurt'] }, isHappening] },
      ],
    },
  },
  {
    priority: 2,
    because: 'report.priority.child',
    when: {
      any: [
        { field: 'children', among: ['yes'] },
        { field: 'signs', among: ['locked', 'hurt', 'threat'] },
      ],
    },
  },
  {
    priority: 3,
    because: 'report.priority.now',
    when: {
      any: [
        isHappening,
        { not: { field: 'happening', among: ['week', 'longer'] } },
        { not: { field: 'danger-now', among: ['no'] } },
        { not: { field: 'children', among: ['no'] } },
        { not: { field: 'signs', among: signsSaid } },
      ],
    },
  },
  { priority: 4, because: 'report.priority.other' },
]
