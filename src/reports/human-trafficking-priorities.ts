import type { PriorityRule } from './priority.ts'

/** How soon a report is read, and why. The page about what happens after you report shows this table. */
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
        { field: 'danger-now', among: ['unknown'] },
        { field: 'children', among: ['unknown'] },
      ],
    },
  },
  { priority: 4, because: 'report.priority.other' },
]
