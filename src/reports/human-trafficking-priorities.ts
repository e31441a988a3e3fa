import type { PriorityRule } from './priority.ts'

/**
 * How soon a report is read, and why. The guide about what happens after you report says the same.
 * What was left unsaid about danger or children is not known: silence never makes a report routine.
 */
export const humanTraffickingPriorities: readonly PriorityRule[] = [
  {
    priority: 1,
    because: 'report.priority.danger',
    when: {
      any: [
        { field: 'role', among: ['danger'] },
        { field: 'danger-now', among: ['yes'] },
      ],
    },
  },
  {
    priority: 2,
    because: 'report.priority.child',
    when: { field: 'children', among: ['yes'] },
  },
  {
    priority: 3,
    because: 'report.priority.now',
    when: {
      any: [
        { field: 'role', among: ['self'] },
        { field: 'happening', among: ['now'] },
        { not: { field: 'danger-now', among: ['no'] } },
        { not: { field: 'children', among: ['no'] } },
      ],
    },
  },
  { priority: 4, because: 'report.priority.other' },
]
