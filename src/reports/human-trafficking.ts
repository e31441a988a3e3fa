import { contact, files, wishes } from './human-trafficking-end.ts'
import {
  children,
  dangerFound,
  dangerNow,
  signs,
  vehicles,
  what,
  when,
  where,
  who,
} from './human-trafficking-facts.ts'
import { humanTraffickingPriorities } from './human-trafficking-priorities.ts'
import { consent, danger, role, work } from './human-trafficking-start.ts'
import type { Journey } from './journey.ts'

/** In danger one is asked only for what sends help; each other role has a short way of its own. */
export const humanTrafficking: Journey = {
  topic: 'human-trafficking',
  questions: [
    role,
    danger,
    consent,
    work,
    what,
    signs,
    dangerNow,
    dangerFound,
    children,
    where,
    when,
    who,
    vehicles,
    contact,
    wishes,
    files,
  ],
  priorities: humanTraffickingPriorities,
}
